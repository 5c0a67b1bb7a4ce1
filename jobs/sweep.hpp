#pragma once

#include <cstdint>

#include "jobs/context.hpp"

namespace jobs {

/// Forgets what has served its purpose: events done three days ago, stored answers after
/// their 72 hours, counters of past windows.
std::int64_t sweep(Context& context);

} // namespace jobs
