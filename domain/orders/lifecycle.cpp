#include "domain/orders/lifecycle.hpp"

#include "domain/core/named.hpp"

namespace domain::orders {

std::string_view name(State state)
{
    switch (state) {
    case State::awaiting_payment: return "awaiting_payment";
    case State::funded: return "funded";
    case State::started: return "started";
    case State::delivered: return "delivered";
    case State::validated: return "validated";
    case State::released: return "released";
    case State::contested: return "contested";
    case State::partly_refunded: return "partly_refunded";
    case State::cancelled: return "cancelled";
    case State::refunded: return "refunded";
    case State::expired: return "expired";
    }
    return "unknown";
}

std::string_view name(Action action)
{
    switch (action) {
    case Action::fund: return "fund";
    case Action::start: return "start";
    case Action::deliver: return "deliver";
    case Action::validate: return "validate";
    case Action::contest: return "contest";
    case Action::cancel: return "cancel";
    case Action::give_up: return "give_up";
    case Action::uphold: return "uphold";
    case Action::refund_partly: return "refund_partly";
    case Action::refund_wholly: return "refund_wholly";
    case Action::expire: return "expire";
    case Action::release: return "release";
    case Action::refund: return "refund";
    }
    return "unknown";
}

std::string_view name(Party party)
{
    switch (party) {
    case Party::client: return "client";
    case Party::provider: return "provider";
    case Party::clock: return "clock";
    case Party::staff: return "staff";
    case Party::payments: return "payments";
    }
    return "unknown";
}

std::optional<State> parse_state(std::string_view text)
{
    return named(all_states, text);
}

} // namespace domain::orders
