#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// What quotes, invoices and payouts need beyond signing up, and what of it is missing.
std::vector<Route> legal_detail_routes();

} // namespace api::people
