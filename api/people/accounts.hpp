#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// Signing up, verifying the address, and one's own account.
std::vector<Route> account_routes();

} // namespace api::people
