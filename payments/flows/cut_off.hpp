#pragma once

#include "payments/operations/operation.hpp"

namespace payments::flows::cut_off {

// What this process sent to Mangopay, and whose answer the database did not take: nobody is
// sending it any more, so it is found out about at once, instead of after the time that a call may
// take. Kept in memory: a process that ends leaves it to that time.

void note(const operations::MoneyOperationId& id);
bool holds(const operations::MoneyOperationId& id);
void forget(const operations::MoneyOperationId& id);

} // namespace payments::flows::cut_off
