#pragma once

#include <set>
#include <string>

#include "domain/core/lifecycle.hpp"

namespace tests {

/// A state machine as people read it: a diagram and its table, in Markdown.
template <typename State, typename Action, typename Party>
std::string described(const std::string& title,
                      const domain::Lifecycle<State, Action, Party>& lifecycle)
{
    auto text = "## " + title + "\n\n```mermaid\nstateDiagram-v2\n    [*] --> ";
    text.append(name(State{})) += "\n";
    std::set<State> ends;
    for (const auto& row : lifecycle.rows()) {
        text.append("    ").append(name(row.from)).append(" --> ").append(name(row.to));
        text.append(": ").append(name(row.action)).append(" (").append(name(row.by)).append(")\n");
        if (lifecycle.is_final(row.to)) ends.insert(row.to);
    }
    for (const auto end : ends)
        text.append("    ").append(name(end)).append(" --> [*]\n");
    text += "```\n\n| from | action | by | to |\n|---|---|---|---|\n";
    for (const auto& row : lifecycle.rows()) {
        text += "| ";
        for (const auto cell : {name(row.from), name(row.action), name(row.by), name(row.to)})
            text.append(cell).append(" | ");
        text.back() = '\n';
    }
    return text + "\n";
}

} // namespace tests
