#pragma once

#include "domain/orders/order.hpp"
#include "domain/platform/platform.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/issuing/issue_order.hpp"

namespace jobs {

/// What was agreed in an order that was paid and validated, with the dates and amounts that only
/// its life could tell; before its release, as if it were released now.
invoicing::issuing::IssueOrder carried_out(domain::Transaction& tx,
                                           const domain::orders::Order& order,
                                           const domain::Platform& platform);

} // namespace jobs
