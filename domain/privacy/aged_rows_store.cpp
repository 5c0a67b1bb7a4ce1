#include "domain/privacy/archives.hpp"

namespace domain::privacy {

namespace {

RowSweep aged(std::string_view rule, std::string_view what, std::string_view count,
              std::string_view erase)
{
    return {
        rule, what,
        [count](Transaction& tx, Instant before) { return tx.one<std::int64_t>(count, before); },
        [erase](Transaction& tx, Instant before, int limit) {
            return static_cast<std::int64_t>(tx.run(erase, before, limit));
        }};
}

/// The audit log is append-only: its rows go under orders of destruction.
std::int64_t erase_audit(Transaction& tx, Instant before, int limit)
{
    tx.run(R"(
        INSERT INTO destruction_orders (object_id, kind, reason, ordered_at)
        SELECT id, 'audit', 'retention', :now
          FROM audit_log
         WHERE at < :before
         ORDER BY at
         LIMIT :limit
        ON CONFLICT (object_id) DO NOTHING)",
           tx.now, before, limit);
    return tx.run(R"(
        DELETE FROM audit_log
         WHERE id IN (SELECT object_id FROM destruction_orders WHERE kind = 'audit'))");
}

} // namespace

std::vector<RowSweep> aged_row_sweeps()
{
    return {
        aged("connection", "connection", "SELECT COUNT(*) FROM connection_log WHERE at < :before",
             R"(
        DELETE FROM connection_log
         WHERE id IN (SELECT id FROM connection_log WHERE at < :before ORDER BY at LIMIT :limit))"),
        aged("sessions", "ended session",
             "SELECT COUNT(*) FROM sessions WHERE expires_at < :before",
             R"(
        DELETE FROM sessions
         WHERE id IN (SELECT id FROM sessions WHERE expires_at < :before LIMIT :limit))"),
        aged("stored_answers", "stored answer",
             "SELECT COUNT(*) FROM idempotency_keys WHERE created_at < :before", R"(
        DELETE FROM idempotency_keys
         WHERE (actor, key) IN (SELECT actor, key
                                  FROM idempotency_keys
                                 WHERE created_at < :before
                                 ORDER BY created_at
                                 LIMIT :limit))"),
        aged("done_events", "done event", "SELECT COUNT(*) FROM events WHERE done_at < :before", R"(
        DELETE FROM events
         WHERE id IN (SELECT id FROM events WHERE done_at < :before LIMIT :limit))"),
        aged("rate_counters", "count of attempts",
             "SELECT COUNT(*) FROM rate_counters WHERE window_start < :before", R"(
        DELETE FROM rate_counters
         WHERE (bucket, window_start) IN (SELECT bucket, window_start
                                            FROM rate_counters
                                           WHERE window_start < :before
                                           LIMIT :limit))"),
        {"audit", "act of staff",
         [](Transaction& tx, Instant before) {
             return tx.one<std::int64_t>("SELECT COUNT(*) FROM audit_log WHERE at < :before",
                                         before);
         },
         erase_audit},
    };
}

std::int64_t erase_stored_answers(Transaction& tx, const AccountId& account)
{
    return tx.run("DELETE FROM idempotency_keys WHERE actor = :actor", account);
}

} // namespace domain::privacy
