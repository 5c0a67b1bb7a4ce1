#pragma once

#include "api/pipeline/route.hpp"

namespace api {

std::vector<Route> order_routes();

} // namespace api
