#pragma once

#include "api/pipeline/route.hpp"

namespace api {

std::vector<Route> page_routes();

} // namespace api
