#pragma once

#include <array>
#include <cstdint>
#include <optional>
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

inline constexpr std::array all_states = {State::open, State::fulfilled, State::withdrawn,
                                          State::refused, State::expired};
inline constexpr std::array all_actions = {Action::refuse, Action::fulfil, Action::withdraw,
                                           Action::expire};
inline constexpr std::array all_parties = {Party::client, Party::last_provider, Party::clock};

/// The life of a request. A provider's refusal closes it only when no other is left.
inline constexpr Transition<State, Action, Party> lifecycle[] = {
    {State::open, Action::fulfil, Party::client, State::fulfilled},
    {State::open, Action::withdraw, Party::client, State::withdrawn},
    {State::open, Action::refuse, Party::last_provider, State::refused},
    {State::open, Action::expire, Party::clock, State::expired},
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
static_assert(reaches_all(lifecycle, State::open, all_states));
static_assert(ends_in(lifecycle, all_states,
                      {State::fulfilled, State::withdrawn, State::refused, State::expired}));

} // namespace domain::requests
