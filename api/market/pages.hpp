#pragma once

#include "api/pipeline/route.hpp"

namespace api::market {

std::vector<Route> page_routes();

} // namespace api::market
