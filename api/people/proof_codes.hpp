#pragma once

#include "api/pipeline/route.hpp"

namespace api::people {

/// Asking for the code that proves, beside the password, who wants a sensitive change.
std::vector<Route> proof_code_routes();

} // namespace api::people
