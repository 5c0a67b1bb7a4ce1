#pragma once

#include <optional>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/operations/operations.hpp"

namespace payments::flows::refunds {

using domain::Transaction;

/// Intends the refund that the order owes its client, out of the escrow. Nothing when none is
/// due, or the pay-in is not there.
std::optional<operations::Operation> plan(Transaction& tx, const domain::OrderId& order);

/// Intends to send back a pay-in that its order did not need: another one had funded it.
void plan_unneeded(Transaction& tx, const operations::Operation& pay_in);

/// Books what became of a refund. One that failed is tried again later, under a new key: that
/// it did not happen is certain then.
void settled(Transaction& tx, const operations::Change& change);

} // namespace payments::flows::refunds
