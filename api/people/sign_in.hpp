#pragma once

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "domain/access/session.hpp"

namespace api::people {

/// Signs in, in one step or, by a ticket, in two; access::sign_in() and second_step() say what is
/// refused.
Response open_session(App& app, const Request& request);

/// What the owner of a new session is told: a bearer token in the body, or a cookie and its
/// CSRF token.
Response session_answer(const App& app, const domain::access::OpenedSession& session);

} // namespace api::people
