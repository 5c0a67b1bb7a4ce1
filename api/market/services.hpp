#pragma once

#include "api/pipeline/route.hpp"

namespace api::market {

std::vector<Route> service_routes();

} // namespace api::market
