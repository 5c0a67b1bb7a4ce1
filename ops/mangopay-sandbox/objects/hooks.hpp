#pragma once

#include <string>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// Hooks and the notifications they owe (mangopay.md's "Webhooks on the wire"): at least once,
/// in no order; 200 within 2 s or again every 10 minutes for an hour, then every 8 hours for
/// 3 days; 100 failures in a row and the hook is INVALID.
namespace mangopay_sandbox::hooks {

Answer create(World& world, const Call& call);
Answer edit(World& world, const Call& call);
Answer get(World& world, const Call& call);
Answer list(World& world, const Call& call);
Answer events(World& world, const Call& call);

/// What became of an attempt to deliver.
void record(World& world, const std::string& delivery, bool delivered);

} // namespace mangopay_sandbox::hooks
