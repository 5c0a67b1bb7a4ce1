#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ops/mangopay-sandbox/world.hpp"

namespace mangopay_sandbox {

/// What happens to an object by itself unless something else happened before.
enum class AlarmKind : std::uint8_t { payin, session, verification, payout };

void set_alarm(World& world, AlarmKind kind, domain::Instant at, const std::string& id);

/// Lets everything happen that was due by world.now, each at its own moment and in order.
void pass_time(World& world);

} // namespace mangopay_sandbox
