#pragma once

#include "api/pipeline/route.hpp"

namespace api::market {

std::vector<Route> order_routes();

} // namespace api::market
