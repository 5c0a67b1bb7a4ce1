#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>

#include "domain/core/words.hpp"

namespace domain {

/// One row of a state machine: who may do what in which state, and where it leads.
template <typename State, typename Action, typename Party>
struct Transition {
    State from;
    Action action;
    Party by;
    State to;
};

/// A state machine, proven before it compiles: no two rows answer the same question, the state
/// that State names first leads to every other, every action and every party has a row, and
/// exactly `finals` have no way out. Words and rows are tables written in the source.
template <typename State, typename Action, typename Party>
class Lifecycle {
public:
    using Row = Transition<State, Action, Party>;

    template <std::size_t all_states, std::size_t all_actions, std::size_t all_parties>
    consteval Lifecycle(const Word<State> (&its_states)[all_states],
                        const Word<Action> (&its_actions)[all_actions],
                        const Word<Party> (&its_parties)[all_parties], std::span<const Row> rows,
                        std::initializer_list<State> finals)
        : states(its_states), actions(its_actions), parties(its_parties), rows_(rows)
    {
        if (!is_deterministic()) throw "two rows answer the same question";
        if (!reaches_all()) throw "a state is never reached";
        if (!uses_all()) throw "an action or a party has no row";
        if (!ends_in(finals)) throw "a state ends that should not, or does not where it should";
    }

    /// Where `action` by `by` leads from `from`; nothing when no row says so.
    constexpr std::optional<State> next(State from, Action action, Party by) const
    {
        for (const auto& row : rows_) {
            if (row.from == from && row.action == action && row.by == by) return row.to;
        }
        return {};
    }

    /// Whether nothing leads out of `state`.
    constexpr bool is_final(State state) const
    {
        return std::ranges::none_of(rows_, [&](const Row& row) { return row.from == state; });
    }

    constexpr std::span<const Row> rows() const { return rows_; }

    Words<State> states;
    Words<Action> actions;
    Words<Party> parties;

private:
    constexpr bool is_deterministic() const
    {
        return std::ranges::all_of(rows_, [&](const Row& row) {
            return std::ranges::count_if(rows_, [&](const Row& other) {
                       return other.from == row.from && other.action == row.action &&
                              other.by == row.by;
                   }) == 1;
        });
    }

    constexpr bool reaches_all() const
    {
        const auto bit = [](State state) { return std::uint64_t{1} << static_cast<int>(state); };
        auto reached = bit(State{});
        for (std::size_t step = 1; step < states.size(); ++step) {
            for (const auto& row : rows_)
                if ((reached & bit(row.from)) != 0) reached |= bit(row.to);
        }
        return std::ranges::all_of(
            states, [&](const auto& line) { return (reached & bit(line.value)) != 0; });
    }

    constexpr bool uses_all() const
    {
        const auto is_used = [&](auto part, auto value) {
            return std::ranges::any_of(rows_, [&](const Row& row) { return row.*part == value; });
        };
        return std::ranges::all_of(
                   actions, [&](const auto& line) { return is_used(&Row::action, line.value); }) &&
               std::ranges::all_of(parties,
                                   [&](const auto& line) { return is_used(&Row::by, line.value); });
    }

    constexpr bool ends_in(std::initializer_list<State> finals) const
    {
        return std::ranges::all_of(states, [&](const auto& line) {
            const bool is_named = std::ranges::find(finals, line.value) != finals.end();
            return is_final(line.value) == is_named;
        });
    }

    std::span<const Row> rows_;
};

} // namespace domain
