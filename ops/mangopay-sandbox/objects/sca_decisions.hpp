#pragma once

#include <string>

#include "ops/mangopay-sandbox/world/lifecycle.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// How a session of strong customer authentication ends, and what that unlocks or stops: the
/// enrollment, the recipient, the transfer or the view that waited for it.
namespace mangopay_sandbox::sca {

/// The session ends: accept, refuse, expire. False when it had ended before.
bool decide(World& world, const std::string& token, Action action);

/// Ends every session of the user that is still open; returns how many.
int decide_all(World& world, const std::string& user, Action action);

} // namespace mangopay_sandbox::sca
