#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// What quotes, invoices and payouts need beyond signing up, and what of it is missing.
std::vector<Route> legal_detail_routes();

/// With what is mandatory and missing for each step, and the version of the account.
Response read_legal_details(App& app, const Request& request);
/// Replaces these parts of the account; the rest stays as it is.
Response write_legal_details(App& app, const Request& request);
/// Whether a provider may be paid, and why not.
Response read_payable(App& app, const Request& request);

} // namespace api::people
