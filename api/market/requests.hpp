#pragma once

#include "api/pipeline/route.hpp"

namespace api::market {

std::vector<Route> request_routes();

} // namespace api::market
