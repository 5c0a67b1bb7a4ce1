#include "domain/orders/order.hpp"

#include "domain/core/refused.hpp"

namespace domain::orders {

namespace {

void stamp(Order& order, Party by, Instant at)
{
    switch (order.state) {
    case State::funded: order.funded_at = at; break;
    case State::started: order.started_at = at; break;
    case State::delivered: order.delivered_at = at; break;
    case State::validated:
    case State::partly_refunded: // staff found that part of the work is owed
        order.validated_at = at;
        order.validated_by = name(by);
        break;
    case State::cancelled: order.cancelled_at = at; break;
    case State::released: order.released_at = at; break;
    case State::refunded: order.refunded_at = at; break;
    case State::awaiting_payment:
    case State::contested:
    case State::expired: break;
    }
}

} // namespace

std::optional<Party> party_of(const Order& order, const AccountId& viewer)
{
    if (viewer == order.client) return Party::client;
    if (viewer == order.provider) return Party::provider;
    return {};
}

Order advanced(Order order, Action action, Party by, Instant at)
{
    const auto to = lifecycle.next(order.state, action, by);
    if (!to) {
        const auto state = std::string(name(order.state));
        const auto what = std::string(name(action));
        throw Refused(
            Refusal::action_unavailable,
            {"L'action « " + what + " » ne vous est pas ouverte dans l'état « " + state + " ».",
             "The action \"" + what + "\" is not open to you in state \"" + state + "\"."});
    }
    order.state = *to;
    stamp(order, by, at);
    return order;
}

} // namespace domain::orders
