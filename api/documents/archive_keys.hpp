#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::documents {

/// Archive keys: staff mints them for any issuer, a provider for its own invoices.
std::vector<Route> archive_key_routes();

} // namespace api::documents
