#pragma once

#include "payments/flows/context.hpp"
#include "payments/operations/operation.hpp"

namespace payments::flows {

/// The order in which to find out: the kept answer, the same key again, the listing. A key that
/// gives Mangopay's own failure is spent: the listing decides then, too.
void find_out(const Context& context, const operations::MoneyOperationId& id);

} // namespace payments::flows
