#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::site::market {

/// A provider's published page: who it is, what it offers, what it made, what others thought.
std::vector<Route> provider_page_routes();

} // namespace api::site::market
