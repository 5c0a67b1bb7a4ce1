#pragma once

#include <vector>

#include "domain/core/refused.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/issuing/issue_order.hpp"

namespace invoicing::issuing {

/// The series in which the documents of `order` would be numbered and cannot be now
/// (series_ahead()). What missing_mentions() says of the content, this says of the number.
std::vector<domain::FieldError> unusable_series(domain::Transaction& tx, const IssueOrder& order);

} // namespace invoicing::issuing
