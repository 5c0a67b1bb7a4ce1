#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

#include "ops/mangopay-sandbox/world/lifecycle.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

namespace mangopay_sandbox {

/// Takes the step, if there is one: changes the state (not yet stored) and announces the hooks.
/// False where the lifecycle knows no such step.
bool advance(World& world, Machine machine, nlohmann::json& document, Action action);

/// An event happened to the object `id`: listed for 45 days, and owed to the hook of its type.
void announce(World& world, std::string_view event_type, const std::string& id);

} // namespace mangopay_sandbox
