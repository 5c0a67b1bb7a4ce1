#pragma once

#include <optional>

#include "domain/core/check.hpp"

namespace domain {

/// What was written by us and reads back: stored(lifecycle.states.parse(row.state)). Anything else
/// is a Bug.
template <typename T>
T stored(std::optional<T> value)
{
    check(value.has_value(), "what was stored reads back");
    return *std::move(value);
}

} // namespace domain
