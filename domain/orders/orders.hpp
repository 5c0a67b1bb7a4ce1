#pragma once

#include <string>
#include <vector>

#include "domain/orders/order.hpp"
#include "domain/orders/order_store.hpp"
#include "domain/platform/marketplace.hpp"

namespace domain::orders {

/// The only door to an order: its two parties; not_found for everybody else.
Order find_for(Transaction& tx, const AccountId& viewer, const OrderId& id);

Order start(Transaction& tx, const AccountId& provider, const OrderId& id);
Order deliver(Transaction& tx, const AccountId& provider, const OrderId& id);

/// The client is content: the release is due.
Order validate(Transaction& tx, const AccountId& client, const OrderId& id);

/// Either side gives up what has not begun, the provider also what has. What was paid goes
/// back. While the provider cannot be paid, the client may cancel until the release is planned.
Order cancel(Transaction& tx, const AccountId& party, const OrderId& id,
             const Marketplace& marketplace);

/// Closes an order that was not paid in time; false when there is nothing to do.
bool expire(Transaction& tx, const OrderId& id);

/// Validates a delivered order that nobody contested for the configured days; false when there
/// is nothing to do.
bool validate_by_silence(Transaction& tx, const OrderId& id, const Platform& platform);

/// One step of the lifecycle, with its line of history. The order is held by the caller.
Order step(Transaction& tx, const Order& held, Action action, Party by, const AccountId* actor);

} // namespace domain::orders
