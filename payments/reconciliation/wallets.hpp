#pragma once

#include <cstdint>
#include <vector>

#include "payments/flows/context.hpp"
#include "payments/gateway/ids.hpp"

namespace payments::reconciliation {

/// A wallet's balance here and at Mangopay. Equal, or somebody has to look.
struct Comparison {
    WalletId wallet_id;
    std::int64_t ours_minor = 0;
    std::int64_t theirs_minor = 0;
    bool gated = false;  // an OWNER's: Mangopay shows it to its owner only (PSD2)
    bool moving = false; // an operation on it is not decided: compare again later

    bool differs() const { return !gated && !moving && ours_minor != theirs_minor; }
};

/// Compares every mirrored wallet, FEES_EUR included, with Mangopay's. Changes nothing. Throws
/// NoAnswer.
std::vector<Comparison> compare_wallets(const flows::Context& context);

} // namespace payments::reconciliation
