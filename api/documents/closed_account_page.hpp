#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::documents {

/// The page behind the link to the documents of a closed account, for somebody with a browser and
/// nothing else: without script, cookie or session.
std::vector<Route> closed_account_page_routes();

} // namespace api::documents
