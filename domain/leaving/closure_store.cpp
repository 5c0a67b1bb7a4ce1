#include "domain/leaving/closure_store.hpp"

#include "domain/accounts/account.hpp"

namespace domain::leaving {

namespace {

struct Row {
    AccountId account_id = storage::unread;
    std::string cause;
    Instant requested_at;
    std::optional<Instant> completed_at;
    auto fields() { return std::tie(account_id, cause, requested_at, completed_at); }
};

forgetting::Closure to_closure(const Row& row)
{
    const auto cause = stored(forgetting::parse_cause(row.cause));
    return {row.account_id, cause, row.requested_at, row.completed_at};
}

std::optional<forgetting::Closure> to_closure(const std::optional<Row>& row)
{
    if (!row) return {};
    return to_closure(*row);
}

} // namespace

bool insert(Transaction& tx, const forgetting::Closure& closure)
{
    return tx.run(R"(
        INSERT INTO closures (account_id, cause, requested_at)
        VALUES (:account, :cause, :at)
        ON CONFLICT (account_id) DO NOTHING)",
                  closure.account, forgetting::name(closure.cause), closure.requested_at) == 1;
}

std::optional<forgetting::Closure> closure_of(Transaction& tx, const AccountId& account)
{
    return to_closure(tx.maybe<Row>(R"(
        SELECT account_id, cause, requested_at, completed_at
          FROM closures
         WHERE account_id = :account)",
                                    account));
}

std::vector<forgetting::Closure> to_complete(Transaction& tx, Instant before,
                                             const std::string& after, int limit)
{
    std::vector<forgetting::Closure> found;
    for (const auto& row : tx.all<Row>(R"(
        SELECT account_id, cause, requested_at, completed_at
          FROM closures
         WHERE completed_at IS NULL AND requested_at < :before AND account_id > :after
         ORDER BY account_id
         LIMIT :limit)",
                                       before, after, limit))
        found.push_back(to_closure(row));
    return found;
}

std::optional<forgetting::Closure> lock_to_complete(Transaction& tx, const AccountId& account)
{
    return to_closure(tx.maybe<Row>(R"(
        SELECT account_id, cause, requested_at, completed_at
          FROM closures
         WHERE account_id = :account AND completed_at IS NULL
           FOR UPDATE)",
                                    account));
}

void mark_completed(Transaction& tx, const AccountId& account)
{
    tx.run("UPDATE closures SET completed_at = :at WHERE account_id = :account", tx.now, account);
}

void erase_closure(Transaction& tx, const AccountId& account)
{
    tx.run("DELETE FROM closures WHERE account_id = :account", account);
}

std::vector<forgetting::Closure> with_connection_key(Transaction& tx, Instant before,
                                                     const std::string& after, int limit)
{
    std::vector<forgetting::Closure> found;
    for (const auto& row : tx.all<Row>(R"(
        SELECT account_id, cause, requested_at, completed_at
          FROM closures
         WHERE completed_at < :before AND connection_ended_at IS NULL AND account_id > :after
         ORDER BY account_id
         LIMIT :limit)",
                                       before, after, limit))
        found.push_back(to_closure(row));
    return found;
}

bool mark_connection_ended(Transaction& tx, const AccountId& account)
{
    return tx.run(R"(
        UPDATE closures
           SET connection_ended_at = :at
         WHERE account_id = :account AND connection_ended_at IS NULL)",
                  tx.now, account) == 1;
}

bool keeps_connection_key(Transaction& tx, const AccountId& account)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM closures
         WHERE account_id = :account AND connection_ended_at IS NULL)",
                                account) > 0;
}

std::vector<Idle> idle(Transaction& tx, Instant before, const std::string& after, int limit)
{
    return tx.all<Idle>(R"(
        SELECT a.id, a.last_activity_at
          FROM accounts a
         WHERE a.kind = :member AND a.state = :active AND a.email_verified_at IS NOT NULL
           AND a.last_activity_at < :before AND a.id > :after
           AND NOT EXISTS (SELECT 1
                             FROM inactivity_warnings w
                            WHERE w.account_id = a.id AND w.warned_at >= a.last_activity_at)
         ORDER BY a.id
         LIMIT :limit)",
                        storage::written<accounts::AccountKind::member>,
                        storage::written<accounts::AccountState::active>, before, after, limit);
}

void write_warning(Transaction& tx, const AccountId& account)
{
    tx.run(R"(
        INSERT INTO inactivity_warnings (account_id, warned_at)
        VALUES (:account, :at)
        ON CONFLICT (account_id) DO UPDATE SET warned_at = excluded.warned_at)",
           account, tx.now);
}

void erase_warning(Transaction& tx, const AccountId& account)
{
    tx.run("DELETE FROM inactivity_warnings WHERE account_id = :account", account);
}

std::vector<Warned> warned(Transaction& tx, Instant before, const std::string& after, int limit)
{
    return tx.all<Warned>(R"(
        SELECT w.account_id, w.warned_at
          FROM inactivity_warnings w
          JOIN accounts a ON a.id = w.account_id
         WHERE w.warned_at < :before AND a.last_activity_at <= w.warned_at AND a.state = :active
           AND w.account_id > :after
         ORDER BY w.account_id
         LIMIT :limit)",
                          before, storage::written<accounts::AccountState::active>, after, limit);
}

} // namespace domain::leaving
