#pragma once

#include "api/pipeline/route.hpp"

namespace api::money {

/// Where Mangopay calls us.
std::vector<Route> hook_routes();

} // namespace api::money
