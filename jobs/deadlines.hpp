#pragma once

#include <cstdint>

#include "jobs/context.hpp"

namespace jobs {

/// What the clock does to the market, at most 100 things a run, each in its own unit of work
/// and safe to repeat. Each returns how many it did.
std::int64_t expire_requests(Context& context);
std::int64_t expire_quotes(Context& context);
std::int64_t expire_orders(Context& context);          // not paid in time
std::int64_t validate_silent_orders(Context& context); // delivered, and nobody contested

} // namespace jobs
