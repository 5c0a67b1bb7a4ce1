#pragma once

#include <cstdint>
#include <string>

#include "ops/mangopay-sandbox/world/world.hpp"

namespace mangopay_sandbox {

/// What happens to an object by itself unless something else happened before.
enum class AlarmKind : std::uint8_t { payin, session, verification, payout };

/// It rings for the object `id` at that moment; time_passes.hpp says what happens then.
void set_alarm(World& world, AlarmKind kind, domain::Instant at, const std::string& id);

} // namespace mangopay_sandbox
