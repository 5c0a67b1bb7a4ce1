#pragma once

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "api/site/account/dealing.hpp"

namespace api::site::account {

/// Everything of one kind, newest first, as the lists of the API give it.
Response dealing_list(App& app, const Request& request, const Dealing& dealing);

} // namespace api::site::account
