#pragma once

#include "api/route.hpp"

namespace api {

std::vector<Route> quote_routes();

} // namespace api
