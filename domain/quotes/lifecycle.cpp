#include "domain/quotes/lifecycle.hpp"

#include "domain/core/named.hpp"

namespace domain::quotes {

std::string_view name(State state)
{
    switch (state) {
    case State::sent: return "sent";
    case State::accepted: return "accepted";
    case State::refused: return "refused";
    case State::withdrawn: return "withdrawn";
    case State::expired: return "expired";
    case State::passed_over: return "passed_over";
    }
    return "unknown";
}

std::string_view name(Action action)
{
    switch (action) {
    case Action::revise: return "revise";
    case Action::accept: return "accept";
    case Action::refuse: return "refuse";
    case Action::withdraw: return "withdraw";
    case Action::expire: return "expire";
    case Action::pass_over: return "pass_over";
    }
    return "unknown";
}

std::string_view name(Party party)
{
    switch (party) {
    case Party::client: return "client";
    case Party::provider: return "provider";
    case Party::clock: return "clock";
    }
    return "unknown";
}

std::optional<State> parse_state(std::string_view text)
{
    return named(all_states, text);
}

} // namespace domain::quotes
