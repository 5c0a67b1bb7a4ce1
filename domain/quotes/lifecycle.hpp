#pragma once

#include <cstdint>
#include <string_view>

#include "domain/core/lifecycle.hpp"

namespace domain::quotes {

enum class State : std::uint8_t {
    sent,
    accepted,
    refused,     // by the client
    withdrawn,   // by the provider
    expired,     // its validity is over
    passed_over, // the client accepted another answer, or withdrew the request
};

enum class Action : std::uint8_t { revise, accept, refuse, withdraw, expire, pass_over };

enum class Party : std::uint8_t { client, provider, clock };

inline constexpr Word<State> state_words[] = {
    {State::sent, "sent"},       {State::accepted, "accepted"},
    {State::refused, "refused"}, {State::withdrawn, "withdrawn"},
    {State::expired, "expired"}, {State::passed_over, "passed_over"},
};
inline constexpr Word<Action> action_words[] = {
    {Action::revise, "revise"},     {Action::accept, "accept"}, {Action::refuse, "refuse"},
    {Action::withdraw, "withdraw"}, {Action::expire, "expire"}, {Action::pass_over, "pass_over"},
};
inline constexpr Word<Party> party_words[] = {
    {Party::client, "client"},
    {Party::provider, "provider"},
    {Party::clock, "clock"},
};

/// The life of a quote. Revising makes a new immutable version and leaves it sent.
inline constexpr Transition<State, Action, Party> transitions[] = {
    {State::sent, Action::revise, Party::provider, State::sent},
    {State::sent, Action::accept, Party::client, State::accepted},
    {State::sent, Action::refuse, Party::client, State::refused},
    {State::sent, Action::withdraw, Party::provider, State::withdrawn},
    {State::sent, Action::expire, Party::clock, State::expired},
    {State::sent, Action::pass_over, Party::client, State::passed_over},
};
inline constexpr Lifecycle<State, Action, Party> lifecycle(
    state_words, action_words, party_words, transitions,
    {State::accepted, State::refused, State::withdrawn, State::expired, State::passed_over});

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

} // namespace domain::quotes
