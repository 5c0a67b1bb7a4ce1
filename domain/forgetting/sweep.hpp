#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/forgetting/duty.hpp"
#include "domain/policy/engine.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::forgetting {

/// Where to look: what started before `before`, in the order of ids, after the id `after`.
struct Search {
    Instant before;
    std::string after;
    int limit = 0;
};

/// Objects that end one by one, each in a unit of work of its own.
struct ObjectSweep {
    Duty duty;
    /// Records that may be due; more than are due is fine, the engine decides.
    std::function<std::vector<policy::Record>(Transaction&, const Search&)> candidates;
    /// Ends one. Returns whether there was still something to end, so repeating is safe.
    std::function<bool(Transaction&, const policy::Record&)> end;
};

/// Rows without a fate of their own, which go in batches by the time they bear.
struct RowSweep {
    Duty duty;
    std::string_view what; // in words: "ended session"
    std::function<std::int64_t(Transaction&, Instant before)> count;
    /// Deletes at most `limit`; returns how many.
    std::function<std::int64_t(Transaction&, Instant before, int limit)> erase;
};

/// Everything that ends. Each room brings its own; jobs puts them together.
struct Sweeps {
    std::vector<RowSweep> rows;
    std::vector<ObjectSweep> objects;
};

} // namespace domain::forgetting
