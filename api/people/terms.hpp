#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// The texts people accept, and that they did.
std::vector<Route> term_routes();

} // namespace api::people
