#pragma once

#include <string>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/lifecycle.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// Recipients: bank accounts that payouts go to. Of an account number only the last four
/// characters and a hash are kept.
namespace mangopay_sandbox::recipients {

Answer payout_methods(World& world, const Call& call);
Answer schema(World& world, const Call& call);
Answer validate(World& world, const Call& call);
Answer create(World& world, const Call& call);
Answer get(World& world, const Call& call);
Answer of_user(World& world, const Call& call);
Answer edit(World& world, const Call& call); // PUT {"Status":"DEACTIVATED"}

/// What became of the strong authentication that the recipient waits for.
void decide(World& world, const std::string& id, Action action);

} // namespace mangopay_sandbox::recipients
