#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::site::market {

/// Services by words, city, skill and rating, a page at a time.
std::vector<Route> search_routes();

} // namespace api::site::market
