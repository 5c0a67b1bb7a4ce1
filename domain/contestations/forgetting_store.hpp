#pragma once

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::contestations {

/// Deletes the complaint about an order, and what staff decided on it.
void erase_contestation(Transaction& tx, const OrderId& order);

} // namespace domain::contestations
