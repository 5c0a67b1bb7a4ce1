#pragma once

#include <cstdint>

#include "jobs/context.hpp"

namespace jobs {

/// Forgets what has run out: sessions, counted attempts, sign-ups that never verified their
/// address.
std::int64_t tidy_accounts(Context& context);

} // namespace jobs
