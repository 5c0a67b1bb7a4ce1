#include "domain/requests/lifecycle.hpp"

#include "domain/core/named.hpp"

namespace domain::requests {

std::string_view name(State state)
{
    switch (state) {
    case State::open: return "open";
    case State::fulfilled: return "fulfilled";
    case State::withdrawn: return "withdrawn";
    case State::refused: return "refused";
    case State::expired: return "expired";
    }
    return "unknown";
}

std::string_view name(Action action)
{
    switch (action) {
    case Action::refuse: return "refuse";
    case Action::fulfil: return "fulfil";
    case Action::withdraw: return "withdraw";
    case Action::expire: return "expire";
    }
    return "unknown";
}

std::string_view name(Party party)
{
    switch (party) {
    case Party::client: return "client";
    case Party::last_provider: return "last_provider";
    case Party::clock: return "clock";
    }
    return "unknown";
}

std::optional<State> parse_state(std::string_view text)
{
    return named(all_states, text);
}

} // namespace domain::requests
