#pragma once

#include <vector>

#include "domain/core/instant.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/gateway/ids.hpp"

namespace payments::hooks {

using domain::Transaction;

/// Notes that a bank sent something back. What is noted already stays as it is.
void note_return(Transaction& tx, const ResourceId& refund);

/// Those that are not settled and have to be read by now, the most overdue first.
std::vector<ResourceId> due_returns(Transaction& tx, int most);

/// How many were noticed before `before` and are not settled yet.
std::int64_t count_open_returns(Transaction& tx, domain::Instant before);

void settle_return(Transaction& tx, const ResourceId& refund);

/// Read without a usable answer: again later, after a pause that grows to an hour.
void postpone_return(Transaction& tx, const ResourceId& refund);

/// Forgets those settled before `before`.
std::int64_t sweep_returns(Transaction& tx, domain::Instant before);

} // namespace payments::hooks
