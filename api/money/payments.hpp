#pragma once

#include "api/pipeline/route.hpp"

namespace api {

/// Paying an order by card, on Mangopay's page.
std::vector<Route> payment_routes();

} // namespace api
