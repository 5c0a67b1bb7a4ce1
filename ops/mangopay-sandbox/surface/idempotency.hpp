#pragma once

#include <string>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// Idempotency-Key: for 24 hours a key blocks every other POST, whatever the first was answered;
/// the answer can be fetched.
namespace mangopay_sandbox::idempotency {

/// Throws idempotent_creation_conflict for a used key, param_error for one of a wrong form.
void check(const World& world, const std::string& key);

void remember(World& world, const std::string& key, const Answer& answer, const std::string& url);

Answer get(World& world, const Call& call); // GET /responses/{key}

} // namespace mangopay_sandbox::idempotency
