#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::site::about {

/// What the site says of itself, of its operator and of the rules: pages for anyone.
std::vector<Route> about_routes();

} // namespace api::site::about
