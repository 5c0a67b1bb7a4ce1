#pragma once

#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/refused.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::orders {

/// What is wrong with the documents of an order whose release waits for them, in words that name
/// nobody; an empty list takes away what was written before.
void write_complaints(Transaction& tx, const OrderId& id,
                      const std::vector<FieldError>& complaints);
std::vector<FieldError> complaints_about(Transaction& tx, const OrderId& id);

/// Orders whose release waits for a reason to go, in the order of their ids after `after`.
std::vector<OrderId> blocked_releases(Transaction& tx, const std::string& after, int most);
std::int64_t count_blocked_releases(Transaction& tx);

} // namespace domain::orders
