#include "domain/orders/escrow.hpp"

#include "domain/core/check.hpp"
#include "domain/events/event_store.hpp"
#include "domain/mail/notify.hpp"
#include "domain/orders/news.hpp"
#include "domain/orders/orders.hpp"
#include "domain/orders/release_block_store.hpp"

namespace domain::orders {

namespace {

bool awaits_release(const Order& order)
{
    return order.state == State::validated ||
           (order.state == State::partly_refunded && order.refunded == order.refund_due);
}

/// What was owed to the client is settled. False when it was before.
bool settle_refund(Transaction& tx, const OrderId& id, Money amount)
{
    auto order = lock(tx, id);
    const bool is_done = order.refunded == order.refund_due && order.refund_due.minor() > 0;
    if (is_done) return false;
    check(amount.minor() > 0 && amount == order.refund_due, "what goes back is what was due");
    order.refunded = amount;
    if (order.state == State::cancelled) {
        step(tx, order, Action::refund, Party::payments, nullptr);
    } else {
        check(order.state == State::partly_refunded, "a refund was decided");
        order.refunded_at = tx.now;
        update(tx, order);
        events::announce(tx, {events::Kind::release_due, id.text()});
    }
    return true;
}

} // namespace

Funding mark_funded(Transaction& tx, const OrderId& id, const MoneyOperationId& payin, Instant at)
{
    auto order = lock(tx, id);
    if (order.payin == payin) {
        return order.funded_at ? Funding::funded : Funding::too_late;
    }
    if (order.payin) return Funding::not_needed;
    order.payin = payin;
    auto after = step(tx, order, Action::fund, Party::payments, nullptr);
    if (after.state == State::cancelled) return Funding::too_late;
    after.funded_at = at;
    update(tx, after);
    tell_both(tx, after, news::funded);
    return Funding::funded;
}

std::optional<Release> plan_release(Transaction& tx, const OrderId& id)
{
    auto order = lock(tx, id);
    if (!awaits_release(order)) return {};
    if (!order.release_planned_at) {
        order.release_planned_at = tx.now;
        order.release_blocked_reason.clear();
        update(tx, order);
    }
    return Release{order.client, order.provider, order.kept(), order.commission()};
}

void block_release(Transaction& tx, const OrderId& id, std::string_view reason,
                   const std::vector<FieldError>& complaints)
{
    auto order = lock(tx, id);
    if (!awaits_release(order)) return;
    order.release_planned_at.reset();
    order.release_blocked_reason = reason;
    update(tx, order);
    write_complaints(tx, id, complaints);
}

void mark_released(Transaction& tx, const OrderId& id)
{
    auto order = lock(tx, id);
    if (order.state == State::released) return;
    check(awaits_release(order), "money is released for orders that await it");
    order.release_blocked_reason.clear();
    const auto released = step(tx, order, Action::release, Party::payments, nullptr);
    events::announce(tx, {events::Kind::order_released, id.text()});
    tell_both(tx, released, news::released);
}

void mark_refunded(Transaction& tx, const OrderId& id, Money amount)
{
    if (!settle_refund(tx, id, amount)) return;
    const auto order = find(tx, id);
    tell_both(tx, order, news::refund_of(order));
}

void mark_paid_back(Transaction& tx, const OrderId& id)
{
    if (!settle_refund(tx, id, find(tx, id).refund_due)) return;
    const auto order = find(tx, id);
    mail::notify(tx, order.provider, news::refund_of(order).provider, {id.text()});
}

} // namespace domain::orders
