#include "payments/hooks/hook_store.hpp"

#include <chrono>
#include <string>

#include "domain/events/event_store.hpp"
#include "payments/hooks/payout_return_store.hpp"

namespace payments::hooks {

namespace {

constexpr std::chrono::days known_to_mangopay{45};

/// Whether somebody is about to read this resource again anyway: not begun, so not too early.
bool is_waiting(Transaction& tx, const ResourceId& resource)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM events
         WHERE subject = :resource AND kind = :hook_received AND attempts = 0
           AND done_at IS NULL AND failed_at IS NULL)",
                                resource,
                                domain::storage::written<domain::events::Kind::hook_received>) > 0;
}

} // namespace

bool note(Transaction& tx, std::string_view event_type, const ResourceId& resource,
          std::int64_t date, Source source)
{
    const auto noted =
        tx.run(R"(
        INSERT INTO hooks (event_type, resource_id, date, source, received_at)
        VALUES (:type, :resource, :date, :source, :at)
        ON CONFLICT (event_type, resource_id, date) DO NOTHING)",
               event_type, resource, date, source == Source::hook ? "hook" : "events", tx.now);
    if (noted == 0) return false;
    if (!is_waiting(tx, resource)) {
        domain::events::announce(
            tx, {domain::events::Kind::hook_received, resource.text(), std::string(event_type)});
    }
    return true;
}

std::int64_t read_until(Transaction& tx, std::string_view event_type)
{
    return tx
        .maybe<std::int64_t>("SELECT read_until FROM hook_cursors WHERE event_type = :type",
                             event_type)
        .value_or(0);
}

void set_read_until(Transaction& tx, std::string_view event_type, std::int64_t date)
{
    tx.run(R"(
        INSERT INTO hook_cursors (event_type, read_until)
        VALUES (:type, :date)
        ON CONFLICT (event_type) DO UPDATE SET read_until = excluded.read_until)",
           event_type, date);
}

std::int64_t sweep(Transaction& tx)
{
    const auto before = tx.now - known_to_mangopay;
    return sweep_returns(tx, before) +
           tx.run("DELETE FROM hooks WHERE received_at < :before", before);
}

} // namespace payments::hooks
