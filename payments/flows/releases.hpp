#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/refused.hpp"
#include "domain/platform/marketplace.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/operations/operations.hpp"

namespace payments::flows::releases {

using domain::Transaction;

/// Why the documents that follow the release of an order could not be issued; empty when they can
/// be. Payments knows nothing of them: whoever does hands this in.
using DocumentsPort =
    std::function<std::vector<domain::FieldError>(Transaction&, const domain::OrderId&)>;

/// Intends the transfer of the escrow to the provider, the commission as its fees. Nothing
/// when none is due, when the provider cannot be paid or the documents could not be issued (the
/// release then waits, with its reason), or when the last attempt failed only just now.
/// `wrong_with_documents` left out: there are none.
std::optional<operations::Operation> plan(Transaction& tx, const domain::OrderId& order,
                                          const domain::Marketplace& marketplace,
                                          const DocumentsPort& wrong_with_documents = {});

/// Books what became of a transfer. Released money is paid out at once; after a failure the
/// release waits for its reason to go.
void settled(Transaction& tx, const operations::Change& change);

} // namespace payments::flows::releases
