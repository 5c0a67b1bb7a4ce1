#pragma once

#include <cstdint>
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

inline constexpr Word<State> state_words[] = {
    {State::published, "published"},
    {State::hidden, "hidden"},
    {State::refused, "refused"},
};
inline constexpr Word<Decision> decision_words[] = {
    {Decision::keep, "keep"},
    {Decision::hide, "hide"},
    {Decision::refuse, "refuse"},
    {Decision::restore, "restore"},
};
inline constexpr Word<Party> party_words[] = {{Party::staff, "staff"}};

/// Every decision there is. None of them changes a rating or a text.
inline constexpr Transition<State, Decision, Party> transitions[] = {
    {State::published, Decision::keep, Party::staff, State::published},
    {State::published, Decision::hide, Party::staff, State::hidden},
    {State::published, Decision::refuse, Party::staff, State::refused},
    {State::hidden, Decision::restore, Party::staff, State::published},
    {State::hidden, Decision::refuse, Party::staff, State::refused},
    {State::refused, Decision::restore, Party::staff, State::published},
};
inline constexpr Lifecycle<State, Decision, Party> lifecycle(state_words, decision_words,
                                                             party_words, transitions,
                                                             {}); // staff may change its mind

constexpr std::string_view name(State state)
{
    return lifecycle.states.name(state);
}

constexpr std::string_view name(Decision decision)
{
    return lifecycle.actions.name(decision);
}

constexpr std::string_view name(Party party)
{
    return lifecycle.parties.name(party);
}

} // namespace domain::reviews
