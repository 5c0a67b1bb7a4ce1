#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// Changing the address one signs in with.
std::vector<Route> email_change_routes();

} // namespace api::people
