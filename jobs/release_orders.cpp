#include "jobs/release_orders.hpp"

#include "domain/core/log.hpp"
#include "domain/core/stored.hpp"
#include "domain/orders/order_store.hpp"
#include "domain/orders/release_block_store.hpp"
#include "domain/orders/release_wait.hpp"
#include "invoicing/issuing/sides.hpp"
#include "jobs/clocks.hpp"
#include "jobs/documents_gate.hpp"
#include "jobs/payments_context.hpp"
#include "payments/flows/dispatch.hpp"
#include "payments/flows/releases.hpp"

namespace jobs {

using namespace domain;

namespace {

void tell_sides(Transaction& tx, const OrderId& id)
{
    const auto order = orders::find(tx, id);
    orders::tell_of_wait(tx, order,
                         invoicing::issuing::awaited(order.release_blocked_reason,
                                                     orders::complaints_about(tx, id)));
}

bool release(Context& context, const OrderId& order)
{
    const auto documents = [&](Transaction& tx, const OrderId& id) {
        return wrong_with_documents(tx, context, orders::find(tx, id));
    };
    const auto transfer = context.db.transaction([&](Transaction& tx) {
        note_mangopay(tx, context);
        auto planned = payments::flows::releases::plan(
            tx, order, {context.platform, context.policy}, documents);
        if (!planned) tell_sides(tx, order);
        return planned;
    });
    if (!transfer) return false;
    payments::flows::advance(payments_context(context), transfer->id);
    return true;
}

/// One that cannot be tried again now costs itself, not those behind it.
bool released_again(Context& context, const OrderId& order)
{
    try {
        return release(context, order);
    } catch (const std::exception& failure) {
        log(Level::warning, "release_not_tried",
            {{"order", order.text()}, {"cause", failure.what()}});
        return false;
    }
}

} // namespace

void on_release_due(Context& context, const events::Leased& event)
{
    hear_mangopay(context);
    release(context, stored(OrderId::parse(event.subject)));
}

std::int64_t release_waiting_orders(Context& context)
{
    constexpr int batch_max = 100;
    const auto waiting_after = [&](const std::string& id) {
        return context.db.read_latest(
            [&](Transaction& tx) { return orders::blocked_releases(tx, id, batch_max); });
    };
    std::int64_t released = 0;
    auto waiting = waiting_after("");
    if (!waiting.empty()) hear_mangopay(context);
    for (; !waiting.empty(); waiting = waiting_after(waiting.back().text())) {
        for (const auto& order : waiting)
            released += released_again(context, order);
    }
    return released;
}

void on_series_decided(Context& context, const events::Leased& /*event*/)
{
    context.db.transaction([](Transaction& tx) {
        constexpr int batch_max = 100;
        auto waiting = orders::blocked_releases(tx, "", batch_max);
        for (; !waiting.empty();
             waiting = orders::blocked_releases(tx, waiting.back().text(), batch_max)) {
            for (const auto& order : waiting)
                events::announce(tx, {events::Kind::release_due, order.text()});
        }
        events::take_up_again(tx, events::Kind::order_released);
    });
}

} // namespace jobs
