#pragma once

#include <string>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

namespace mangopay_sandbox {

/// The EEA rule of 2026: money may only be destined for a verified OWNER. Reads
/// FlowDescriptor.Beneficiaries (at most 5); returns "002951" when the rule is broken, else "".
/// `credited` is the user whose wallet receives the money.
std::string broken_beneficiary_rule(const World& world, Fields& fields,
                                    const nlohmann::json& credited);

} // namespace mangopay_sandbox
