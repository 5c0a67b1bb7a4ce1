#pragma once

#include <vector>

#include "api/site/frame/page_route.hpp"

namespace api::site::account {

/// /account/legal: what quotes, invoices and payouts need, what of it is missing for which step,
/// and what changing it costs.
std::vector<frame::PageRoute> legal_pages();

} // namespace api::site::account
