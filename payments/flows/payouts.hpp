#pragma once

#include <optional>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/operations/operations.hpp"

namespace payments::flows::payouts {

using domain::Transaction;

/// Intends to pay out everything that is at the provider's disposal, to its active recipient.
/// Nothing when there is no money, no recipient, or a reason not to.
std::optional<operations::Operation> plan(Transaction& tx, const domain::AccountId& provider);

/// Books what became of a payout, returned ones included: the money is then at the provider's
/// disposal again, and waits for another recipient (or an hour, after a technical failure).
void settled(Transaction& tx, const operations::Change& change);

/// The operator has paid it from its own bank: what the wallet holds of it is the operator's.
/// Throws ledger::Overdrawn when it is not there any more.
void paid_by_other_means(Transaction& tx, const operations::Operation& payout);

} // namespace payments::flows::payouts
