#pragma once

#include "api/pipeline/route.hpp"

namespace api::money {

/// Paying an order by card, on Mangopay's page.
std::vector<Route> payment_routes();

} // namespace api::money
