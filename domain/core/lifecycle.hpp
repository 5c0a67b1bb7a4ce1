#pragma once

#include <cstddef>
#include <optional>
#include <string>

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

/// The table in Markdown, for people and for the golden files that hold it to the code.
template <typename State, typename Action, typename Party, std::size_t rows>
std::string described(const Transition<State, Action, Party> (&table)[rows])
{
    std::string text = "| from | action | by | to |\n|---|---|---|---|\n";
    for (const auto& row : table) {
        text += "| ";
        for (const auto cell : {name(row.from), name(row.action), name(row.by), name(row.to)})
            text.append(cell).append(" | ");
        text.back() = '\n';
    }
    return text;
}

} // namespace domain
