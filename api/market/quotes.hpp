#pragma once

#include "api/pipeline/route.hpp"

namespace api::market {

std::vector<Route> quote_routes();

} // namespace api::market
