#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// Signing in and out.
std::vector<Route> session_routes();

/// The session that asks; with a cookie its CSRF token again, for a page that was loaded anew.
Response show_session(App& app, const Request& request);
/// Where one is signed in, and which of them is asking.
Response list_sessions(App& app, const Request& request);
/// Signs out.
Response end_session(App& app, const Request& request);
/// Signs another of one's own sessions out.
Response end_one_session(App& app, const Request& request);
/// Signs out everywhere.
Response end_all_sessions(App& app, const Request& request);

} // namespace api::people
