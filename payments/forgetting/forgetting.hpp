#pragma once

#include <optional>
#include <vector>

#include "domain/forgetting/closure.hpp"
#include "domain/forgetting/sweep.hpp"
#include "domain/platform/platform.hpp"

namespace payments::forgetting {

/// An account waits while Mangopay may still move money in its name, or keeps some of it.
std::vector<domain::forgetting::Hold> holds(domain::Transaction& tx,
                                            const domain::AccountId& account);

/// At closing: what was known of verifications and of where to pay to goes; Mangopay is asked to
/// close its users. Of an account the law keeps nothing of, attempts that moved no money go too.
domain::forgetting::Eraser eraser();

/// Money operations end ten years after the fiscal year in which they were settled; the
/// ledger's figures stay, of nobody any more.
domain::forgetting::ObjectSweep operation_sweep(const domain::Platform& platform);

/// The end of the fiscal year of the last movement of the account's money.
std::optional<domain::Day> last_fiscal_year_end(domain::Transaction& tx,
                                                const domain::AccountId& account,
                                                const domain::Platform& platform);

/// With the legal identity: what led from the account to Mangopay's users and wallets.
domain::forgetting::Eraser archive_eraser();

} // namespace payments::forgetting
