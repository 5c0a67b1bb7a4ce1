#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// /account/profile: who one is, in which roles, in which language; what the policy demands is
/// marked.
std::vector<frame::PageRoute> profile_pages();

} // namespace api::site::account
