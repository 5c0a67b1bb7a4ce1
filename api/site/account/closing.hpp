#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// /account/closing: what closing costs, what it waits for and what stays; asks for the password.
std::vector<frame::PageRoute> closing_pages();

} // namespace api::site::account
