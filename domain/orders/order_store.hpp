#pragma once

#include <string>
#include <vector>

#include "domain/orders/order.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::orders {

void insert(Transaction& tx, const Order& order);

/// Writes everything that changes in an order's life. The order is held by lock().
void update(Transaction& tx, const Order& order);

/// The order, or not_found. `lock` holds it until the end of the unit of work.
Order find(Transaction& tx, const OrderId& id);
Order lock(Transaction& tx, const OrderId& id);

/// Orders of `account`, on either side: newest first, before the cursor `after`.
std::vector<Order> page_for(Transaction& tx, const AccountId& account, std::string_view after,
                            int most);

/// Orders of which `provider` is still to have the money, or the client to have it back.
std::vector<OrderId> unsettled_from(Transaction& tx, const AccountId& provider, int most);

/// Unpaid orders whose time is over; delivered ones that nobody contested since `before`.
std::vector<OrderId> unpaid_since(Transaction& tx, int most);
std::vector<OrderId> delivered_before(Transaction& tx, Instant before, int most);

/// One line of an order's history: who did what, and where it led. Append-only.
struct OrderEvent {
    Instant at{};
    std::string action, party, actor_id, from_state, to_state;
    auto fields() { return std::tie(at, action, party, actor_id, from_state, to_state); }
};
void append_event(Transaction& tx, const OrderId& order, const OrderEvent& event);
std::vector<OrderEvent> events_of(Transaction& tx, const OrderId& order);

} // namespace domain::orders
