#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// /account/security: where one is signed in, what signs one in, and the way to change each.
std::vector<frame::PageRoute> security_pages();

} // namespace api::site::account
