#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// Passwords and the second factor.
std::vector<Route> credential_routes();

} // namespace api::people
