#pragma once

#include <optional>
#include <vector>

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

/// What Mangopay will never send back to the card, the oldest first: people have to pay it in
/// another way.
std::vector<operations::Operation> refused(Transaction& tx, int most);

/// Books what became of a refund. One that failed is tried again, under a new key: that it did
/// not happen is certain then. One that is refused for good is left to people.
void settled(Transaction& tx, const operations::Change& change);

} // namespace payments::flows::refunds
