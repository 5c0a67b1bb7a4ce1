#pragma once

#include <vector>

#include "api/pipeline/route.hpp"
#include "domain/access/session.hpp"

namespace api::people {

/// Signing in and out.
std::vector<Route> session_routes();

/// What the owner of a new session is told: a bearer token in the body, or a cookie and its
/// CSRF token.
Response session_answer(const App& app, const domain::access::OpenedSession& session);

} // namespace api::people
