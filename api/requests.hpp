#pragma once

#include "api/route.hpp"

namespace api {

std::vector<Route> request_routes();

} // namespace api
