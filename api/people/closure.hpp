#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// POST and GET /v1/me/closure: leaving, and what is still kept why.
std::vector<Route> closure_routes();

} // namespace api::people
