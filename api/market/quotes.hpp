#pragma once

#include "api/pipeline/route.hpp"

namespace api {

std::vector<Route> quote_routes();

} // namespace api
