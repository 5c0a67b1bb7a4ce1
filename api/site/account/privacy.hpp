#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// /account/privacy: what is kept how long by the policy in force, what one has accepted when, and
/// whom to write or complain to.
std::vector<frame::PageRoute> privacy_pages();

} // namespace api::site::account
