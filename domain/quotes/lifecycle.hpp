#pragma once

#include <array>
#include <cstdint>
#include <optional>
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

inline constexpr std::array all_states = {State::sent,      State::accepted, State::refused,
                                          State::withdrawn, State::expired,  State::passed_over};
inline constexpr std::array all_actions = {Action::revise,   Action::accept, Action::refuse,
                                           Action::withdraw, Action::expire, Action::pass_over};
inline constexpr std::array all_parties = {Party::client, Party::provider, Party::clock};

/// The life of a quote. Revising makes a new immutable version and leaves it sent.
inline constexpr Transition<State, Action, Party> lifecycle[] = {
    {State::sent, Action::revise, Party::provider, State::sent},
    {State::sent, Action::accept, Party::client, State::accepted},
    {State::sent, Action::refuse, Party::client, State::refused},
    {State::sent, Action::withdraw, Party::provider, State::withdrawn},
    {State::sent, Action::expire, Party::clock, State::expired},
    {State::sent, Action::pass_over, Party::client, State::passed_over},
};

constexpr std::optional<State> next(State from, Action action, Party by)
{
    return domain::next(lifecycle, from, action, by);
}

std::string_view name(State state);
std::string_view name(Action action);
std::string_view name(Party party);
std::optional<State> parse_state(std::string_view text);

static_assert(is_deterministic(lifecycle));
static_assert(reaches_all(lifecycle, State::sent, all_states));
static_assert(ends_in(lifecycle, all_states,
                      {State::accepted, State::refused, State::withdrawn, State::expired,
                       State::passed_over}));

} // namespace domain::quotes
