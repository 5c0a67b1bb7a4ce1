#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// /account/security/password and /account/security/email: what one signs in with, changed with
/// the password, and the code where there is a second factor.
std::vector<frame::PageRoute> sign_in_change_pages();

} // namespace api::site::account
