#pragma once

#include "api/route.hpp"

namespace api {

std::vector<Route> order_routes();

} // namespace api
