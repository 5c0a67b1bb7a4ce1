#pragma once

#include "api/pipeline/route.hpp"

namespace api::people {

/// Asking for the code that proves, beside the password, who wants a sensitive change.
std::vector<Route> proof_code_routes();

/// 202: a mail with the code is on its way.
Response mail_proof_code(App& app, const Request& request);

} // namespace api::people
