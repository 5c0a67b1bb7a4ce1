#pragma once

#include "domain/forgetting/sweep.hpp"

namespace domain::audit {

/// What staff did, when its years are over.
forgetting::RowSweep aged_acts();

} // namespace domain::audit
