#pragma once

#include <cstdint>

#include "jobs/context.hpp"

namespace jobs {

/// Carries out the proposals that were accepted, and those that nobody refused in their time.
std::int64_t carry_out_proposals(Context& context);

} // namespace jobs
