#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// /account/mails: which kinds of mail one wants.
std::vector<frame::PageRoute> mails_pages();

} // namespace api::site::account
