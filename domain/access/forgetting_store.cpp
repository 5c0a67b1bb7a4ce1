#include "domain/access/forgetting_store.hpp"

#include "domain/forgetting/aged_rows.hpp"

namespace domain::access {

std::vector<forgetting::RowSweep> aged_access()
{
    using forgetting::aged;
    return {aged({.rule = "connection", .stage = policy::Stage::archive}, "connection",
                 "SELECT COUNT(*) FROM connection_log WHERE at < :before",
                 R"(
        DELETE FROM connection_log
         WHERE id IN (SELECT id FROM connection_log WHERE at < :before ORDER BY at LIMIT :limit))"),
            aged({"sessions"}, "ended session",
                 "SELECT COUNT(*) FROM sessions WHERE expires_at < :before",
                 R"(
        DELETE FROM sessions
         WHERE id IN (SELECT id FROM sessions WHERE expires_at < :before LIMIT :limit))"),
            aged({"mailed_proofs"}, "expired link",
                 "SELECT COUNT(*) FROM mailed_tokens WHERE expires_at < :before", R"(
        DELETE FROM mailed_tokens
         WHERE token_sha256 IN (SELECT token_sha256
                                  FROM mailed_tokens
                                 WHERE expires_at < :before
                                 LIMIT :limit))"),
            aged({"mailed_proofs"}, "expired code",
                 "SELECT COUNT(*) FROM mailed_codes WHERE expires_at < :before", R"(
        DELETE FROM mailed_codes
         WHERE account_id IN (SELECT account_id
                                FROM mailed_codes
                               WHERE expires_at < :before
                               LIMIT :limit))"),
            aged({"email_changes"}, "change of address",
                 "SELECT COUNT(*) FROM email_changes WHERE changed_at < :before", R"(
        DELETE FROM email_changes
         WHERE id IN (SELECT id
                        FROM email_changes
                       WHERE changed_at < :before
                       ORDER BY changed_at
                       LIMIT :limit))"),
            aged({"rate_counters"}, "count of attempts",
                 "SELECT COUNT(*) FROM rate_counters WHERE window_start < :before", R"(
        DELETE FROM rate_counters
         WHERE (bucket, window_start) IN (SELECT bucket, window_start
                                            FROM rate_counters
                                           WHERE window_start < :before
                                           LIMIT :limit))")};
}

void erase_access(Transaction& tx, const AccountId& account)
{
    tx.run("DELETE FROM sessions WHERE account_id = :id", account);
    tx.run("DELETE FROM mailed_tokens WHERE account_id = :id", account);
    tx.run("DELETE FROM mailed_codes WHERE account_id = :id", account);
    tx.run("DELETE FROM email_changes WHERE account_id = :id", account);
    tx.run("DELETE FROM recovery_codes WHERE account_id = :id", account);
    tx.run("DELETE FROM account_credentials WHERE account_id = :id", account);
}

bool has_access(Transaction& tx, const AccountId& account)
{
    return tx.one<std::int64_t>(R"(
        SELECT (SELECT COUNT(*) FROM sessions WHERE account_id = :account)
               + (SELECT COUNT(*) FROM email_changes WHERE account_id = :account)
               + (SELECT COUNT(*) FROM account_credentials WHERE account_id = :account))",
                                account) > 0;
}

bool has_connections(Transaction& tx, const AccountId& account)
{
    return tx.one<std::int64_t>("SELECT COUNT(*) FROM connection_log WHERE account_id = :account",
                                account) > 0;
}

void erase_connections(Transaction& tx, const AccountId& account)
{
    tx.run("DELETE FROM connection_log WHERE account_id = :id", account);
}

} // namespace domain::access
