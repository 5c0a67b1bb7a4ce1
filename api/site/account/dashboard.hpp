#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// /dashboard: what waits for whoever has signed in, and the way to everything of theirs.
std::vector<frame::PageRoute> dashboard_page();

} // namespace api::site::account
