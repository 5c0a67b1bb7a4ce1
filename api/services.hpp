#pragma once

#include "api/route.hpp"

namespace api {

std::vector<Route> service_routes();

} // namespace api
