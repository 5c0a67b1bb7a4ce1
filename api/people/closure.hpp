#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// POST and GET /v1/me/closure: leaving, and what is still kept why.
std::vector<Route> closure_routes();

/// Wants the proof of a sensitive change; 202 with what it waits for, the same when asked again.
Response close_account(App& app, const Request& request);
/// What is waited for, and what is kept until when, closed or not.
Response show_closure(App& app, const Request& request);

} // namespace api::people
