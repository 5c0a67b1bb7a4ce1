#pragma once

#include "payments/flows/context.hpp"

namespace payments::hooks {

/// Reads what a bank sent back, by Mangopay's refund of the payout, and books it: the money is at
/// the provider's disposal again. Without a usable answer, or before the payout itself is known to
/// have succeeded, it stays due (`due_returns`): never given up.
void look_at_return(const flows::Context& context, const ResourceId& refund);

} // namespace payments::hooks
