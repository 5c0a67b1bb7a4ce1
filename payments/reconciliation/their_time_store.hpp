#pragma once

#include <optional>

#include "domain/storage/transaction.hpp"
#include "payments/gateway/gateway.hpp"

namespace payments::reconciliation {

using domain::Transaction;

/// The latest answer of Mangopay's that any process has written down.
std::optional<Heard> last_heard(Transaction& tx);

void write_heard(Transaction& tx, const Heard& heard);

} // namespace payments::reconciliation
