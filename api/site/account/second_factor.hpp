#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// /account/security/second-factor: a secret for the authenticator, the code that proves it
/// arrived, the recovery codes, and taking it all away. Secret and codes are shown once, by what
/// answers the form: nobody with a session reads them again.
std::vector<frame::PageRoute> second_factor_pages();

} // namespace api::site::account
