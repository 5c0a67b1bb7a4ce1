#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::site::market {

/// Every published review of a provider, and how they come about.
std::vector<Route> provider_review_routes();

} // namespace api::site::market
