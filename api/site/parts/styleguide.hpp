#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::site::parts {

/// /styleguide: every component as pages show it, while developing. Elsewhere there is no such
/// page.
std::vector<Route> styleguide_routes();

} // namespace api::site::parts
