#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::documents {

/// The links to documents of closed accounts, which staff ends for whoever says it lost one.
std::vector<Route> document_link_routes();

} // namespace api::documents
