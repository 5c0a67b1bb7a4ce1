#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// /account: where everything about one's own account is found, and how far its closing is.
std::vector<frame::PageRoute> account_index_page();

} // namespace api::site::account
