#include "jobs/release_orders.hpp"

#include "domain/core/stored.hpp"
#include "domain/orders/escrow.hpp"
#include "jobs/payments_context.hpp"
#include "payments/flows/dispatch.hpp"
#include "payments/flows/releases.hpp"

namespace jobs {

using namespace domain;

namespace {

bool release(Context& context, const OrderId& order)
{
    const auto transfer = context.db.transaction([&](Transaction& tx) {
        return payments::flows::releases::plan(tx, order, {context.platform, context.policy});
    });
    if (!transfer) return false;
    payments::flows::advance(payments_context(context), transfer->id);
    return true;
}

} // namespace

void on_release_due(Context& context, const events::Leased& event)
{
    release(context, stored(OrderId::parse(event.subject)));
}

std::int64_t release_waiting_orders(Context& context)
{
    constexpr int batch_max = 100;
    const auto waiting = context.db.read_latest(
        [&](Transaction& tx) { return orders::waiting_releases(tx, batch_max); });
    std::int64_t released = 0;
    for (const auto& order : waiting)
        released += release(context, order);
    return released;
}

} // namespace jobs
