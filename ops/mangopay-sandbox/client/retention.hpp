#pragma once

#include "ops/mangopay-sandbox/world/world.hpp"

namespace mangopay_sandbox {

/// Drops what the API does not show any more: events after 45 days, stored answers after a day,
/// transactions after 13 months, dead tokens. Balances stay.
void forget_old(World& world);

} // namespace mangopay_sandbox
