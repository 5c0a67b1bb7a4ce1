#pragma once

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// The hosted payment page of a web pay-in. The card's number is read to see which test card it
/// is, and forgotten.
namespace mangopay_sandbox::card_page {

Answer show(World& world, const Call& call);
Answer decide(World& world, const Call& call);

} // namespace mangopay_sandbox::card_page
