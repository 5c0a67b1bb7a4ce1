#pragma once

#include <optional>
#include <string>

#include "domain/core/id.hpp"
#include "domain/platform/marketplace.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/operations/operations.hpp"

namespace payments::flows::releases {

using domain::Transaction;

/// Intends the transfer of the escrow to the provider, the commission as its fees. Nothing
/// when none is due, when the provider cannot be paid (the release then waits, with its
/// reason), or when the last attempt failed only just now.
std::optional<operations::Operation> plan(Transaction& tx, const domain::OrderId& order,
                                          const domain::Marketplace& marketplace);

/// Books what became of a transfer. Released money is paid out at once; after a failure the
/// release waits for its reason to go.
void settled(Transaction& tx, const operations::Change& change);

} // namespace payments::flows::releases
