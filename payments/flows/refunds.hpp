#pragma once

#include <optional>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/operations/operations.hpp"

namespace payments::flows::refunds {

using domain::Transaction;

/// Intends the refund that the order owes its client, out of the escrow. Nothing when none is
/// due, the pay-in is not there, or Mangopay has refused it for good.
std::optional<operations::Operation> plan(Transaction& tx, const domain::OrderId& order);

/// Intends to send back a pay-in that its order did not need: another one had funded it. Nothing
/// when Mangopay has refused that for good.
std::optional<operations::Operation> plan_unneeded(Transaction& tx,
                                                   const operations::Operation& pay_in);

/// Books what became of a refund. One that failed is tried again, under a new key: that it did
/// not happen is certain then. One that is refused for good is left to people, and its client told.
void settled(Transaction& tx, const operations::Change& change);

/// The operator has paid it from its own bank: nothing is owed to the client any more, and what the
/// wallet holds of it is the operator's. Throws ledger::Overdrawn when it is not there.
void paid_by_other_means(Transaction& tx, const operations::Operation& refund);

} // namespace payments::flows::refunds
