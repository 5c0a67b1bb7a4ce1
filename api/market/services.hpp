#pragma once

#include "api/pipeline/route.hpp"

namespace api {

std::vector<Route> service_routes();

} // namespace api
