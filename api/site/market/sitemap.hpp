#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::site::market {

/// /sitemap.xml, every public page in both languages, and /robots.txt, which leads there.
std::vector<Route> sitemap_routes();

} // namespace api::site::market
