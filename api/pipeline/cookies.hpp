#pragma once

#include <optional>
#include <string>

#include "api/http/message.hpp"
#include "api/pipeline/app.hpp"
#include "domain/access/session.hpp"

namespace api {

/// Whether the request says that it comes from a page of the web site (Origin).
bool is_allowed_origin(const App& app, const http::Request& request);

/// How the only cookie that there is is called.
std::string cookie_name(const App& app);

/// The token in the session cookie, if there is one.
std::optional<std::string> session_cookie(const App& app, const http::Request& request);

/// The Set-Cookie header that gives the session to a browser, or takes it away. Host-only,
/// HttpOnly, SameSite=Lax, for the session's 30 days at most (RT-12 allows 13 months). The
/// only cookie there is, and indispensable for signing in.
http::Header cookie_with(const App& app, const domain::access::OpenedSession& session);
http::Header cookie_without(const App& app);

} // namespace api
