#pragma once

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// What tests may look at behind the API.
namespace mangopay_sandbox::overview {

Answer state(World& world, const Call& call);      // counts, balances, books
Answer deliveries(World& world, const Call& call); // notifications still owed
Answer faults(World& world, const Call& call);

} // namespace mangopay_sandbox::overview
