#pragma once

#include <string>
#include <string_view>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// Payouts to a recipient's bank account. The wallet is debited at creation; the bank says yes or
/// no later, and may still send the money back after a yes.
namespace mangopay_sandbox::payouts {

Answer create(World& world, const Call& call);
Answer get(World& world, const Call& call);

/// The bank's answer arrives: a success, unless a failure was planned. Nothing when it had ended.
void complete(World& world, const std::string& id);

/// The bank refuses. False when the payout had ended before.
bool refuse(World& world, const std::string& id, std::string_view result_code);

/// Every payout still under way arrives now; returns how many.
int complete_all(World& world);

/// The bank returns a payout that had succeeded: a refund of its own credits the wallet again.
/// False when it has not succeeded, or was returned before.
bool give_back(World& world, const std::string& id, std::string_view reason);

} // namespace mangopay_sandbox::payouts
