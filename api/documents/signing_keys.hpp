#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::documents {

/// The public keys that what we sign is checked with.
std::vector<Route> signing_key_routes();

} // namespace api::documents
