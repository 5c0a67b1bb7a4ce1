#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// /account/payments: who holds the money, and what a provider lacks to be paid.
std::vector<frame::PageRoute> payments_pages();

} // namespace api::site::account
