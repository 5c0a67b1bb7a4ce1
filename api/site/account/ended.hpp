#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// /account/ended: what has just ended every session, told to whoever is signed out by it.
std::vector<frame::PageRoute> ended_page();

} // namespace api::site::account
