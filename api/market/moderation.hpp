#pragma once

#include "api/pipeline/route.hpp"

namespace api::market {

/// Doubts about reviews, and what staff decides on them.
std::vector<Route> moderation_routes();

} // namespace api::market
