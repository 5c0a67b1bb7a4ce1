#pragma once

#include <string_view>

#include "domain/forgetting/sweep.hpp"

namespace domain::forgetting {

/// Rows that only have an age. `count` binds the moment before which they came about; `erase`
/// that moment, then how many rows at most.
RowSweep aged(const Duty& duty, std::string_view what, std::string_view count,
              std::string_view erase);

/// The same for an append-only table, whose rows go one by one under orders of destruction.
struct AppendOnly {
    std::string_view kind;  // of the orders: "act"
    std::string_view count; // binds the moment
    std::string_view ids;   // selects them; binds the moment, then how many at most
    std::string_view erase; // binds one id
};
RowSweep aged(const Duty& duty, std::string_view what, const AppendOnly& rows);

} // namespace domain::forgetting
