#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// Pay-ins by card on the hosted page: 15 minutes to pay, then it has failed.
namespace mangopay_sandbox::payins {

Answer create_card_web(World& world, const Call& call);
Answer get(World& world, const Call& call);
Answer extended(World& world, const Call& call); // GET /payins/card/web/{id}/extended

/// The payer paid with the card of that number: all that is kept of it is its shape
/// ("497010XXXXXX1119"). False when the pay-in had ended before.
bool pay(World& world, const std::string& id, std::string_view card_number);

/// The payment failed. False when the pay-in had ended before.
bool refuse(World& world, const std::string& id, std::string_view result_code);

void expire(World& world, const std::string& id);

} // namespace mangopay_sandbox::payins
