#pragma once

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"

namespace api::site::access {

/// The page that asks as what somebody wants to sign up.
Response sign_up_choice(App& app, const Request& request);

} // namespace api::site::access
