#pragma once

#include <cstdint>

#include "jobs/context.hpp"

namespace jobs {

/// Signs how far every series has got that moved since it was last signed, and remembers it beside
/// the keys. Returns how many.
std::int64_t sign_heads(Context& context);

} // namespace jobs
