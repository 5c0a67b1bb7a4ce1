#pragma once

#include <nlohmann/json_fwd.hpp>

#include "domain/orders/order.hpp"

namespace api::market {

/// An order as `viewer`, one of its parties, sees it in lists; the commission is for the
/// provider only.
nlohmann::json order_view(const domain::orders::Order& order, const domain::AccountId& viewer);

} // namespace api::market
