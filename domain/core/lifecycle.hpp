#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>

namespace domain {

/// One row of a state machine: who may do what in which state, and where it leads.
template <typename State, typename Action, typename Party>
struct Transition {
    State from;
    Action action;
    Party by;
    State to;
};

/// Where `action` by `by` leads from `from`; nothing when the table has no such row.
template <typename State, typename Action, typename Party, std::size_t rows>
constexpr std::optional<State> next(const Transition<State, Action, Party> (&table)[rows],
                                    State from, Action action, Party by)
{
    for (const auto& row : table) {
        if (row.from == from && row.action == action && row.by == by) return row.to;
    }
    return {};
}

/// Whether nothing leads out of `state`.
template <typename State, typename Action, typename Party, std::size_t rows>
constexpr bool is_final(const Transition<State, Action, Party> (&table)[rows], State state)
{
    for (const auto& row : table) {
        if (row.from == state) return false;
    }
    return true;
}

/// Whether no two rows answer the same question.
template <typename State, typename Action, typename Party, std::size_t rows>
consteval bool is_deterministic(const Transition<State, Action, Party> (&table)[rows])
{
    for (std::size_t a = 0; a < rows; ++a) {
        for (std::size_t b = a + 1; b < rows; ++b) {
            if (table[a].from == table[b].from && table[a].action == table[b].action &&
                table[a].by == table[b].by)
                return false;
        }
    }
    return true;
}

/// Whether the rows lead from `first` to every other of `all`.
template <typename State, typename Action, typename Party, std::size_t rows, std::size_t states>
consteval bool reaches_all(const Transition<State, Action, Party> (&table)[rows], State first,
                           const std::array<State, states>& all)
{
    std::array<State, states> seen{first};
    std::size_t count = 1;
    const auto end = [&] { return seen.begin() + static_cast<std::ptrdiff_t>(count); };
    for (std::size_t next = 0; next < count; ++next) {
        for (const auto& row : table) {
            if (row.from != seen[next] || std::find(seen.begin(), end(), row.to) != end()) continue;
            seen[count++] = row.to;
        }
    }
    return count == all.size();
}

/// Whether of `all` states exactly `finals` have no way out.
template <typename State, typename Action, typename Party, std::size_t rows, std::size_t states>
consteval bool ends_in(const Transition<State, Action, Party> (&table)[rows],
                       const std::array<State, states>& all, std::initializer_list<State> finals)
{
    for (const auto state : all) {
        const bool named_final = std::find(finals.begin(), finals.end(), state) != finals.end();
        if (is_final(table, state) != named_final) return false;
    }
    return true;
}

} // namespace domain
