#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::site::market {

/// One published service, with its provider and what others thought.
std::vector<Route> service_page_routes();

} // namespace api::site::market
