#pragma once

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// Refunds of pay-ins (money goes back to the card) and of transfers (back to the first wallet),
/// whole or in part; negative Fees give the commission back. The original never changes.
namespace mangopay_sandbox::refunds {

Answer of_payin(World& world, const Call& call);
Answer of_transfer(World& world, const Call& call);
Answer get(World& world, const Call& call);
Answer list(World& world, const Call& call); // of any transaction

} // namespace mangopay_sandbox::refunds
