#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// /staff/proposals/:id: where mails to the staff lead. How far it is, and why it was made.
std::vector<frame::PageRoute> proposal_page();

} // namespace api::site::account
