#pragma once

#include "domain/forgetting/replay.hpp"
#include "domain/forgetting/sweep.hpp"

namespace domain::moderation {

/// What was reported and decided about reviews. A review's key seals nothing else, and goes with
/// the last of it.
forgetting::RowSweep aged_moderation();
forgetting::Replayer replayer();

} // namespace domain::moderation
