#pragma once

#include "api/pipeline/route.hpp"

namespace api {

std::vector<Route> request_routes();

} // namespace api
