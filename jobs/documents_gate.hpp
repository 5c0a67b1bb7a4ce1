#pragma once

#include <vector>

#include "domain/core/refused.hpp"
#include "domain/orders/order.hpp"
#include "domain/storage/transaction.hpp"
#include "jobs/context.hpp"

namespace jobs {

/// Why the documents of a paid and validated order could not be issued now: what the gate names
/// (missing_mentions()), a series or our clock that is ahead of the time. Empty when they can be,
/// or are. Asked before its money is released, and again before they are numbered.
std::vector<domain::FieldError> wrong_with_documents(domain::Transaction& tx,
                                                     const Context& context,
                                                     const domain::orders::Order& order);

} // namespace jobs
