#include "domain/events/event_store.hpp"

#include <algorithm>

#include "domain/core/check.hpp"

namespace domain::events {

namespace {

constexpr std::chrono::hours longest_delay{48};

} // namespace

void announce(Transaction& tx, const Event& event, std::chrono::microseconds after)
{
    check(after <= longest_delay, "what waits longer has a date of its own");
    tx.run(R"(
        INSERT INTO events (id, kind, subject, detail, created_at, due_at, attempts,
                            lease_generation, lease_until)
        VALUES (:id, :kind, :subject, :detail, :at, :due, 0, 0, 0))",
           EventId::fresh(tx.now), name(event.kind), event.subject, event.detail, tx.now,
           tx.now + after);
}

std::vector<Leased> lease(Transaction& tx, std::string_view owner, int most,
                          std::chrono::seconds how_long)
{
    auto leased = tx.all<Leased>(R"(
        UPDATE events
           SET lease_owner = :owner, lease_until = :until, lease_generation = lease_generation + 1,
               attempts = attempts + 1
         WHERE id IN (SELECT e.id
                        FROM events e
                       WHERE e.done_at IS NULL AND e.failed_at IS NULL
                         AND (e.due_at <= :now OR e.due_at > :never_due)
                         AND (e.lease_until <= :now OR e.lease_until > :never)
                         AND NOT EXISTS (SELECT 1
                                           FROM events earlier
                                          WHERE earlier.subject = e.subject AND earlier.id < e.id
                                            AND earlier.done_at IS NULL
                                            AND earlier.failed_at IS NULL)
                       ORDER BY e.due_at, e.id
                       LIMIT :most
                         FOR UPDATE SKIP LOCKED)
        RETURNING id, kind, subject, detail, attempts, lease_generation)",
                                 owner, tx.now + how_long, tx.now, tx.now + longest_delay,
                                 tx.now + 2 * how_long, most);
    // PostgreSQL returns them as it meets them; what was announced first is to be done first.
    std::ranges::sort(leased, {}, [](const Leased& event) { return event.id.text(); });
    return leased;
}

void mark_done(Transaction& tx, const Leased& event)
{
    tx.run("UPDATE events SET done_at = :now WHERE id = :id AND lease_generation = :generation",
           tx.now, event.id, event.generation);
}

void put_back(Transaction& tx, const Leased& event, std::chrono::microseconds after, bool give_up)
{
    tx.run(R"(
        UPDATE events
           SET due_at = :due, lease_until = 0, failed_at = CASE WHEN :give_up = 1 THEN CAST(:now AS BIGINT) END
         WHERE id = :id AND lease_generation = :generation)",
           tx.now + after, give_up, tx.now, event.id, event.generation);
}

void put_off(Transaction& tx, const Leased& event, std::string_view why,
             std::chrono::microseconds after)
{
    tx.run(R"(
        UPDATE events
           SET due_at = :due, detail = :why, lease_until = 0, attempts = 0,
               lease_generation = lease_generation + 1
         WHERE id = :id AND lease_generation = :generation)",
           tx.now + after, why, event.id, event.generation);
}

void take_up_again(Transaction& tx, Kind kind)
{
    tx.run(R"(
        UPDATE events
           SET due_at = :now
         WHERE done_at IS NULL AND failed_at IS NULL AND kind = :kind AND detail <> ''
           AND due_at > :now)",
           tx.now, name(kind));
}

std::vector<PutOff> all_put_off(Transaction& tx, Kind kind, std::string_view after, int most)
{
    return tx.all<PutOff>(R"(
        SELECT subject, detail, created_at
          FROM events
         WHERE done_at IS NULL AND failed_at IS NULL AND kind = :kind AND detail <> ''
           AND subject > :after
         ORDER BY subject
         LIMIT :most)",
                          name(kind), after, most);
}

std::int64_t count_put_off(Transaction& tx, Kind kind)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM events
         WHERE done_at IS NULL AND failed_at IS NULL AND kind = :kind AND detail <> '')",
                                name(kind));
}

void give_back(Transaction& tx, std::string_view owner)
{
    tx.run(R"(
        UPDATE events
           SET lease_until = 0, attempts = attempts - 1
         WHERE lease_owner = :owner AND lease_until > 0 AND done_at IS NULL AND failed_at IS NULL)",
           owner);
}

std::vector<EventId> to_do(Transaction& tx, Kind kind, std::string_view detail)
{
    return tx.all<EventId>(R"(
        SELECT id
          FROM events
         WHERE kind = :kind AND detail = :detail AND done_at IS NULL AND failed_at IS NULL
         ORDER BY id)",
                           name(kind), detail);
}

Backlog backlog(Transaction& tx)
{
    return tx.one<Backlog>(R"(
        SELECT COUNT(CASE WHEN failed_at IS NULL THEN 1 END), COUNT(failed_at)
          FROM events
         WHERE done_at IS NULL)");
}

} // namespace domain::events
