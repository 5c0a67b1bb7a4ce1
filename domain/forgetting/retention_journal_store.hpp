#pragma once

#include <string>

#include "domain/forgetting/retention_run.hpp"

namespace domain::forgetting {

/// The head of a run: its id, its day, and name and hash of the policy it followed.
struct RunHead {
    std::string id;
    Instant as_of;
    std::string policy;
};

/// Writes down that `line` ended, in the unit of work that ended it; `object` is "" for a batch.
void journal(Transaction& tx, const RunHead& head, const PlanLine& line, const std::string& object);

} // namespace domain::forgetting
