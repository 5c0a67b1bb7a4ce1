#pragma once

#include "api/pipeline/route.hpp"

namespace api::market {

/// What both sides of a request or order write to each other.
std::vector<Route> conversation_routes();

} // namespace api::market
