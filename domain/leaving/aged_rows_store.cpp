#include "domain/forgetting/key_destruction.hpp"
#include "domain/leaving/archives.hpp"

namespace domain::leaving {

namespace {

forgetting::RowSweep aged(std::string_view rule, std::string_view what, std::string_view count,
                          std::string_view erase)
{
    return {
        rule, what,
        [count](Transaction& tx, Instant before) { return tx.one<std::int64_t>(count, before); },
        [erase](Transaction& tx, Instant before, int limit) {
            return static_cast<std::int64_t>(tx.run(erase, before, limit));
        }};
}

/// Rows of append-only tables go under orders of destruction; `orders` makes them.
forgetting::RowSweep append_only(std::string_view rule, std::string_view what,
                                 std::string_view count, std::string_view orders,
                                 std::string_view erase)
{
    return {
        rule, what,
        [count](Transaction& tx, Instant before) { return tx.one<std::int64_t>(count, before); },
        [orders, erase](Transaction& tx, Instant before, int limit) {
            tx.run(orders, tx.now, before, limit);
            return static_cast<std::int64_t>(tx.run(erase));
        }};
}

/// What was reported and decided about reviews; a review's key seals nothing else.
std::int64_t erase_moderation(Transaction& tx, Instant before, int limit)
{
    const auto reviews = tx.all<std::string>(R"(
        SELECT DISTINCT review_id
          FROM review_decisions
         WHERE decided_at < :before
         LIMIT :limit)",
                                             before, limit);
    for (const auto& review : reviews) {
        tx.run("DELETE FROM review_reports WHERE review_id = :id AND created_at < :before", review,
               before);
        tx.run("DELETE FROM review_decisions WHERE review_id = :id AND decided_at < :before",
               review, before);
        const auto left = tx.one<std::int64_t>(R"(
            SELECT (SELECT COUNT(*) FROM review_reports r WHERE r.review_id = :review)
                   + (SELECT COUNT(*) FROM review_decisions d WHERE d.review_id = :review))",
                                               review);
        if (left == 0) forgetting::order_key_destruction(tx, review);
    }
    return static_cast<std::int64_t>(reviews.size());
}

/// What simply goes.
std::vector<forgetting::RowSweep> plain_sweeps()
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
        aged("email_changes", "change of address",
             "SELECT COUNT(*) FROM email_changes WHERE changed_at < :before", R"(
        DELETE FROM email_changes
         WHERE id IN (SELECT id
                        FROM email_changes
                       WHERE changed_at < :before
                       ORDER BY changed_at
                       LIMIT :limit))"),
        aged("rate_counters", "count of attempts",
             "SELECT COUNT(*) FROM rate_counters WHERE window_start < :before", R"(
        DELETE FROM rate_counters
         WHERE (bucket, window_start) IN (SELECT bucket, window_start
                                            FROM rate_counters
                                           WHERE window_start < :before
                                           LIMIT :limit))")};
}

/// What goes only with an order of destruction.
std::vector<forgetting::RowSweep> append_only_sweeps()
{
    return {
        append_only("audit", "act of staff", "SELECT COUNT(*) FROM audit_log WHERE at < :before",
                    R"(
        INSERT INTO destruction_orders (object_id, kind, reason, ordered_at)
        SELECT id, 'act', 'retention', :now
          FROM audit_log
         WHERE at < :before
         ORDER BY at
         LIMIT :limit
        ON CONFLICT (object_id) DO NOTHING)",
                    R"(
        DELETE FROM audit_log
         WHERE id IN (SELECT object_id FROM destruction_orders WHERE kind = 'act'))"),
        append_only("audit", "read of the archive",
                    "SELECT COUNT(*) FROM archive_reads WHERE at < :before", R"(
        INSERT INTO destruction_orders (object_id, kind, reason, ordered_at)
        SELECT id, 'archive_read', 'retention', :now
          FROM archive_reads
         WHERE at < :before
         ORDER BY at
         LIMIT :limit
        ON CONFLICT (object_id) DO NOTHING)",
                    R"(
        DELETE FROM archive_reads
         WHERE id IN (SELECT object_id FROM destruction_orders WHERE kind = 'archive_read'))"),
        {"moderation", "moderated review",
         [](Transaction& tx, Instant before) {
             return tx.one<std::int64_t>("SELECT COUNT(DISTINCT review_id) FROM review_decisions "
                                         "WHERE decided_at < :before",
                                         before);
         },
         erase_moderation},
    };
}

} // namespace

std::vector<forgetting::RowSweep> aged_row_sweeps()
{
    auto sweeps = plain_sweeps();
    for (auto& sweep : append_only_sweeps())
        sweeps.push_back(std::move(sweep));
    return sweeps;
}

void erase_stored_answers(Transaction& tx, const AccountId& account)
{
    tx.run("DELETE FROM idempotency_keys WHERE actor = :actor", account);
}

} // namespace domain::leaving
