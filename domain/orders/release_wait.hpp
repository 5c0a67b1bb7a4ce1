#pragma once

#include <vector>

#include "domain/orders/order.hpp"
#include "domain/orders/release_block.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::orders {

/// Whether money of `order` is owed to its provider and waits for a reason.
bool is_release_blocked(const Order& order);

/// Looks at an order whose release was tried. Once it has waited `told_after` for one reason, both
/// sides are told by mail on whose side that is: `on`. Each reason once, however often it comes
/// back.
void tell_of_wait(Transaction& tx, const Order& order, const std::vector<Awaited>& on);

} // namespace domain::orders
