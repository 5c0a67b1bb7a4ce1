#include "api/health/held_up.hpp"

#include <chrono>
#include <iterator>

#include "domain/events/event_store.hpp"
#include "domain/orders/release_block_store.hpp"
#include "invoicing/issuing/finding_store.hpp"
#include "invoicing/series/decision_store.hpp"
#include "invoicing/series/head_store.hpp"
#include "payments/reconciliation/their_time.hpp"

namespace api::health {

using namespace domain;

namespace {

constexpr auto signed_within = std::chrono::hours{2}; // a series is signed every hour

} // namespace

HeldUp held_up(Transaction& tx)
{
    const auto documents = invoicing::issuing::count_damaged(tx);
    return {.releases_blocked = orders::count_blocked_releases(tx),
            .invoices_waiting = events::count_put_off(tx, events::Kind::order_released),
            .series_ahead = std::ssize(invoicing::series::all_ahead(tx)),
            .series_unsigned = invoicing::series::count_unsigned_before(tx, tx.now - signed_within),
            .documents_damaged = documents.damaged,
            .documents_remade = documents.remade,
            .clock_ahead = payments::reconciliation::clock_ahead(tx).has_value(),
            .mangopay_silent = payments::reconciliation::is_silent(tx)};
}

} // namespace api::health
