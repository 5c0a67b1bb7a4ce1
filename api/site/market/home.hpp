#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::site::market {

/// The front page: how to search, what is on offer, who holds the money.
std::vector<Route> home_routes();

} // namespace api::site::market
