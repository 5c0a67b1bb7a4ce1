#include "payments/operations/lifecycle.hpp"

#include "domain/core/named.hpp"

namespace payments::operations {

std::string_view name(State state)
{
    switch (state) {
    case State::planned: return "planned";
    case State::sending: return "sending";
    case State::unknown: return "unknown";
    case State::created: return "created";
    case State::succeeded: return "succeeded";
    case State::failed: return "failed";
    case State::returned: return "returned";
    case State::manual_review: return "manual_review";
    }
    return "unknown";
}

std::string_view name(Action action)
{
    switch (action) {
    case Action::send: return "send";
    case Action::drop: return "drop";
    case Action::lose: return "lose";
    case Action::resend: return "resend";
    case Action::create: return "create";
    case Action::succeed: return "succeed";
    case Action::fail: return "fail";
    case Action::come_back: return "come_back";
    case Action::give_up: return "give_up";
    }
    return "unknown";
}

std::string_view name(Party party)
{
    switch (party) {
    case Party::us: return "us";
    case Party::mangopay: return "mangopay";
    case Party::clock: return "clock";
    }
    return "unknown";
}

std::optional<State> parse_state(std::string_view text)
{
    return domain::named(all_states, text);
}

} // namespace payments::operations
