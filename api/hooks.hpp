#pragma once

#include "api/route.hpp"

namespace api {

/// Where Mangopay calls us.
std::vector<Route> hook_routes();

} // namespace api
