#pragma once

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// Natural and legal persons, PAYER or OWNER.
namespace mangopay_sandbox::users {

Answer create_natural(World& world, const Call& call);
Answer create_legal(World& world, const Call& call);
Answer edit_natural(World& world, const Call& call);
Answer edit_legal(World& world, const Call& call);
Answer become_owner(World& world, const Call& call); // PUT .../category
Answer get(World& world, const Call& call);
Answer list(World& world, const Call& call);
Answer close(World& world, const Call& call);
Answer regulatory(World& world, const Call& call);

} // namespace mangopay_sandbox::users
