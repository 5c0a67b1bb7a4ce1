#pragma once

#include "api/route.hpp"

namespace api {

std::vector<Route> page_routes();

} // namespace api
