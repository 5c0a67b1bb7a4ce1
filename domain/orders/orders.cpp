#include "domain/orders/orders.hpp"

#include "domain/core/refused.hpp"
#include "domain/events/event_store.hpp"
#include "domain/mail/notify.hpp"
#include "domain/orders/news.hpp"
#include "domain/orders/release_block.hpp"
#include "domain/payees/readiness.hpp"

namespace domain::orders {

namespace {

using events::Kind;
using mail::Template;

const Order& visible_to(const AccountId& viewer, const Order& order)
{
    if (!party_of(order, viewer)) throw not_found();
    return order;
}

/// One step by one of the two parties, on the order held for it.
Order step_by(Transaction& tx, const AccountId& actor, const OrderId& id, Action action)
{
    const auto order = visible_to(actor, lock(tx, id));
    return step(tx, order, action, *party_of(order, actor), &actor);
}

void release_is_due(Transaction& tx, const Order& order)
{
    events::announce(tx, {Kind::release_due, order.id.text()});
    tell_both(tx, order, news::validated);
}

/// What cancelling is for this party now: giving up an order under way is only for a client
/// whose provider can no longer be paid, and not once the release is on its way.
Action cancellation(Transaction& tx, const Order& order, Party by, const Marketplace& marketplace)
{
    if (by != Party::client || lifecycle.next(order.state, Action::cancel, by))
        return Action::cancel;
    if (!lifecycle.next(order.state, Action::give_up, by) || order.release_planned_at)
        return Action::cancel;
    const bool is_blocked = lets_the_client_go(order.release_blocked_reason) ||
                            !payees::payment_hurdles(tx, marketplace, order.provider).empty();
    return is_blocked ? Action::give_up : Action::cancel;
}

} // namespace

Order step(Transaction& tx, const Order& held, Action action, Party by, const AccountId* actor)
{
    auto after = advanced(held, action, by, tx.now);
    const bool money_goes_back = after.state == State::cancelled && after.payin.has_value();
    if (money_goes_back) after.refund_due = after.gross;
    update(tx, after);
    append_event(tx, held.id,
                 {tx.now, std::string(name(action)), std::string(name(by)),
                  actor == nullptr ? "" : actor->text(), std::string(name(held.state)),
                  std::string(name(after.state))});
    if (money_goes_back) events::announce(tx, {Kind::refund_due, held.id.text()});
    ++after.version;
    return after;
}

Order find_for(Transaction& tx, const AccountId& viewer, const OrderId& id)
{
    return visible_to(viewer, find(tx, id));
}

Order start(Transaction& tx, const AccountId& provider, const OrderId& id)
{
    auto started = step_by(tx, provider, id, Action::start);
    mail::notify(tx, started.client, Template::order_started, {id.text()});
    return started;
}

Order deliver(Transaction& tx, const AccountId& provider, const OrderId& id)
{
    auto delivered = step_by(tx, provider, id, Action::deliver);
    mail::notify(tx, delivered.client, Template::order_delivered, {id.text()});
    return delivered;
}

Order validate(Transaction& tx, const AccountId& client, const OrderId& id)
{
    auto validated = step_by(tx, client, id, Action::validate);
    release_is_due(tx, validated);
    return validated;
}

Order cancel(Transaction& tx, const AccountId& party, const OrderId& id,
             const Marketplace& marketplace)
{
    const auto order = visible_to(party, lock(tx, id));
    const auto by = *party_of(order, party);
    auto after = step(tx, order, cancellation(tx, order, by, marketplace), by, &party);
    tell_both(tx, after, news::cancelled);
    return after;
}

bool expire(Transaction& tx, const OrderId& id)
{
    const auto order = lock(tx, id);
    if (order.state != State::awaiting_payment || order.payment_due_at > tx.now) return false;
    step(tx, order, Action::expire, Party::clock, nullptr);
    tell_both(tx, order, news::expired);
    return true;
}

bool validate_by_silence(Transaction& tx, const OrderId& id, const Platform& platform)
{
    const auto order = lock(tx, id);
    const bool is_due = order.state == State::delivered &&
                        *order.delivered_at + platform.silence_validates <= tx.now;
    if (!is_due) return false;
    release_is_due(tx, step(tx, order, Action::validate, Party::clock, nullptr));
    return true;
}

} // namespace domain::orders
