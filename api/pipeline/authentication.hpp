#pragma once

#include <optional>

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "domain/access/sessions.hpp"

namespace api {

/// The session token that came with a request, and how: nobody has looked yet whether it lives.
struct Presented {
    std::string token;
    domain::access::Channel channel = domain::access::Channel::bearer;
};
std::optional<Presented> presented(const App& app, const http::Request& request);

/// The account that the session token names, under our signature: whose share of a pool a request
/// takes. Nobody has looked yet whether the session lives.
std::string holder_of(const App& app, const http::Request& request);

/// What a living session says of who is asking.
Actor actor_of(const domain::access::sessions::Found& found);

/// Who is asking: a session (cookie, or `Authorization: Bearer`) or an archive key. Nobody
/// when there is none, or it has ended. A cookie on an unsafe method must come with its CSRF
/// token and from an allowed origin, else forbidden.
std::optional<Actor> authenticated(App& app, const http::Request& request);

} // namespace api
