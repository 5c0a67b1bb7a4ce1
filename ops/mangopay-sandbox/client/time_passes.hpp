#pragma once

#include "ops/mangopay-sandbox/world/world.hpp"

namespace mangopay_sandbox {

/// Lets everything happen that was due by world.now, each at its own moment and in order.
void pass_time(World& world);

} // namespace mangopay_sandbox
