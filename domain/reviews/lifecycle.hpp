#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/core/lifecycle.hpp"

namespace domain::reviews {

/// Only what is `published` is shown and counted.
enum class State : std::uint8_t {
    published,
    hidden,  // while a doubt is examined
    refused, // for the reason its author was told
};

/// What staff may decide. `keep` answers a report and changes nothing.
enum class Decision : std::uint8_t { keep, hide, refuse, restore };

enum class Party : std::uint8_t { staff };

inline constexpr std::array all_states = {State::published, State::hidden, State::refused};
inline constexpr std::array all_decisions = {Decision::keep, Decision::hide, Decision::refuse,
                                             Decision::restore};

/// Every decision there is. None of them changes a rating or a text.
inline constexpr Transition<State, Decision, Party> lifecycle[] = {
    {State::published, Decision::keep, Party::staff, State::published},
    {State::published, Decision::hide, Party::staff, State::hidden},
    {State::published, Decision::refuse, Party::staff, State::refused},
    {State::hidden, Decision::restore, Party::staff, State::published},
    {State::hidden, Decision::refuse, Party::staff, State::refused},
    {State::refused, Decision::restore, Party::staff, State::published},
};

static_assert(is_deterministic(lifecycle));
static_assert(reaches_all(lifecycle, State::published, all_states));
static_assert(ends_in(lifecycle, all_states, {})); // staff may change its mind

constexpr std::optional<State> next(State from, Decision decision)
{
    return domain::next(lifecycle, from, decision, Party::staff);
}

std::string_view name(State state);
std::string_view name(Decision decision);
std::string_view name(Party party);
std::optional<State> parse_state(std::string_view text);
std::optional<Decision> parse_decision(std::string_view text);

} // namespace domain::reviews
