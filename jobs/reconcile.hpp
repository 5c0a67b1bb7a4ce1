#pragma once

#include <cstdint>

#include "jobs/context.hpp"

namespace jobs {

/// Looks at every money operation that is not decided by the time it should be, and at every
/// payout that a bank is sending back: asks what became of it. Returns how many it looked at.
std::int64_t reconcile(Context& context);

/// The same for identity verifications and recipients that wait for a person or for Mangopay.
std::int64_t refresh_payment_accounts(Context& context);

} // namespace jobs
