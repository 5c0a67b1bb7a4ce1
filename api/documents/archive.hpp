#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::documents {

/// The archive for accountants and their programs, and the keys that open it.
std::vector<Route> archive_routes();

} // namespace api::documents
