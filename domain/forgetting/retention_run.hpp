#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/forgetting/sweep.hpp"
#include "domain/policy/policy.hpp"
#include "domain/storage/database.hpp"

namespace domain::forgetting {

/// So many things of one kind, and what becomes of them by which rule. The rule says why.
struct PlanLine {
    const policy::Rule* rule;
    std::string what;
    std::int64_t count = 0;
    std::string hold{}; // only among what is held: why
};

/// What ends at `as_of`, and what would but for a hold.
struct Plan {
    Instant as_of;
    std::vector<PlanLine> due{};
    std::vector<PlanLine> held{};

    /// How many things end.
    std::int64_t total() const;
};

/// What run() would do at `as_of`; reads only.
Plan plan(Database& db, const policy::Policy& policy, const Sweeps& sweeps, Instant as_of);

/// Ends what plan() says, no more: rows in batches, objects one by one, each journaled in the
/// unit of work that ends it, keys destroyed after it. Killed anywhere and run again, it ends
/// the rest. Refuses an `as_of` in the future: nothing ends early.
/// Returns what it did.
Plan run(Database& db, vault::Vault& vault, const policy::Policy& policy, const Sweeps& sweeps,
         Instant as_of);

} // namespace domain::forgetting
