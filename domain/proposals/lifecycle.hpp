#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "domain/core/lifecycle.hpp"

namespace domain::proposals {

enum class State : std::uint8_t {
    proposed,
    accepted, // to be carried out by a job
    refused,
    withdrawn,
    effective,
    impossible, // it did not fit any more when it was to be carried out
};

enum class Action : std::uint8_t { accept, refuse, withdraw, take_effect, fail };

enum class Party : std::uint8_t {
    proposer,
    colleague, // another of the staff
    company,   // by the link in the mail to its address
    clock,     // 72 hours without anybody who may decide, and no refusal
    us,
};

inline constexpr Word<State> state_words[] = {
    {State::proposed, "proposed"},   {State::accepted, "accepted"},
    {State::refused, "refused"},     {State::withdrawn, "withdrawn"},
    {State::effective, "effective"}, {State::impossible, "impossible"},
};
inline constexpr Word<Action> action_words[] = {
    {Action::accept, "accept"},     {Action::refuse, "refuse"},
    {Action::withdraw, "withdraw"}, {Action::take_effect, "take_effect"},
    {Action::fail, "fail"},
};
inline constexpr Word<Party> party_words[] = {
    {Party::proposer, "proposer"},
    {Party::colleague, "colleague"},
    {Party::company, "company"},
    {Party::clock, "clock"},
    {Party::us, "us"},
};

/// The whole life of a proposal. No row lets whoever proposed accept.
inline constexpr Transition<State, Action, Party> transitions[] = {
    {State::proposed, Action::accept, Party::colleague, State::accepted},
    {State::proposed, Action::refuse, Party::colleague, State::refused},
    {State::proposed, Action::withdraw, Party::proposer, State::withdrawn},
    {State::proposed, Action::refuse, Party::company, State::refused},
    {State::proposed, Action::accept, Party::clock, State::accepted},
    {State::accepted, Action::take_effect, Party::us, State::effective},
    {State::accepted, Action::fail, Party::us, State::impossible},
};
inline constexpr Lifecycle<State, Action, Party>
    lifecycle(state_words, action_words, party_words, transitions,
              {State::refused, State::withdrawn, State::effective, State::impossible});

/// What somebody still has to do something about.
inline constexpr std::array open_states = {State::proposed, State::accepted};

/// What stands: given evidence may serve no other proposal.
inline constexpr std::array standing_states = {State::proposed, State::accepted, State::effective};

/// What people decide, as they say it.
enum class Decision : std::uint8_t { accept, refuse, withdraw };
inline constexpr Word<Decision> decision_words[] = {
    {Decision::accept, "accept"}, {Decision::refuse, "refuse"}, {Decision::withdraw, "withdraw"}};
inline constexpr Words decisions(decision_words);

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

} // namespace domain::proposals
