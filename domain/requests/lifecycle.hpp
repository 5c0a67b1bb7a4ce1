#pragma once

#include <cstdint>
#include <string_view>

#include "domain/core/lifecycle.hpp"

namespace domain::requests {

enum class State : std::uint8_t {
    open,
    fulfilled, // one of its quotes was accepted
    withdrawn, // by the client
    refused,   // by every provider it was sent to
    expired,   // nobody agreed in time
};

enum class Action : std::uint8_t { refuse, fulfil, withdraw, expire };

enum class Party : std::uint8_t { client, last_provider, clock };

inline constexpr Word<State> state_words[] = {
    {State::open, "open"},       {State::fulfilled, "fulfilled"}, {State::withdrawn, "withdrawn"},
    {State::refused, "refused"}, {State::expired, "expired"},
};
inline constexpr Word<Action> action_words[] = {
    {Action::refuse, "refuse"},
    {Action::fulfil, "fulfil"},
    {Action::withdraw, "withdraw"},
    {Action::expire, "expire"},
};
inline constexpr Word<Party> party_words[] = {
    {Party::client, "client"},
    {Party::last_provider, "last_provider"},
    {Party::clock, "clock"},
};

/// The life of a request. A provider's refusal closes it only when no other is left.
inline constexpr Transition<State, Action, Party> transitions[] = {
    {State::open, Action::fulfil, Party::client, State::fulfilled},
    {State::open, Action::withdraw, Party::client, State::withdrawn},
    {State::open, Action::refuse, Party::last_provider, State::refused},
    {State::open, Action::expire, Party::clock, State::expired},
};
inline constexpr Lifecycle<State, Action, Party>
    lifecycle(state_words, action_words, party_words, transitions,
              {State::fulfilled, State::withdrawn, State::refused, State::expired});

constexpr std::string_view name(State state)
{
    return lifecycle.states.name(state);
}

constexpr std::string_view name(Action action)
{
    return lifecycle.actions.name(action);
}

constexpr std::string_view name(Party party)
{
    return lifecycle.parties.name(party);
}

} // namespace domain::requests
