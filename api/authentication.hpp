#pragma once

#include <optional>

#include "api/app.hpp"
#include "api/request.hpp"

namespace api {

/// Who is asking: a session (cookie, or `Authorization: Bearer`) or an archive key. Nobody
/// when there is none, or it has ended. A cookie on an unsafe method must come with its CSRF
/// token and from an allowed origin, else forbidden.
std::optional<Actor> authenticated(App& app, const http::Request& request);

} // namespace api
