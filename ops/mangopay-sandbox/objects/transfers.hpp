#pragma once

#include <string>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/lifecycle.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// Transfers between wallets; the Fees land in the client's FEES wallet.
namespace mangopay_sandbox::transfers {

Answer create(World& world, const Call& call);
Answer get(World& world, const Call& call);

/// The author authenticated (accept), failed to (refuse) or let the session pass (expire).
void decide(World& world, const std::string& id, Action action);

} // namespace mangopay_sandbox::transfers
