#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// Requests, quotes, orders, conversations, reviews and invoices: lists, and for each one how far
/// it is. Mails lead to them, and whoever has paid comes back to an order.
std::vector<frame::PageRoute> dealing_pages();

} // namespace api::site::account
