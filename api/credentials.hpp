#pragma once

#include <vector>

#include "api/route.hpp"

namespace api {

/// Passwords and the second factor.
std::vector<Route> credential_routes();

} // namespace api
