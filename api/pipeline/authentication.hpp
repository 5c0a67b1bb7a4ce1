#pragma once

#include <optional>

#include "api/http/shares.hpp"
#include "api/pipeline/app.hpp"
#include "api/pipeline/dress.hpp"
#include "api/pipeline/request.hpp"
#include "domain/access/sessions.hpp"

namespace api {

/// The session token that came with a request, and how: nobody has looked yet whether it lives.
struct Presented {
    std::string token;
    domain::access::Channel channel = domain::access::Channel::bearer;
};
std::optional<Presented> presented(const App& app, const http::Request& request);

/// Whose share of a pool a request takes: the account's that the session token names, under our
/// signature. Nobody has looked yet whether the session lives. A repetition under one
/// Idempotency-Key is the same work.
http::Claim claim_of(const App& app, const http::Request& request);

/// What a living session says of who is asking.
Actor actor_of(const domain::access::sessions::Found& found);

/// Who is asking: a session (cookie, or `Authorization: Bearer`) or an archive key. Nobody
/// when there is none, or it has ended. A cookie on an unsafe method must come with its CSRF
/// token (in X-CSRF-Token, or in the form where the route is a page's) and from an allowed origin,
/// else forbidden.
std::optional<Actor> authenticated(App& app, const http::Request& request,
                                   Dress dress = Dress::problem);

/// Whether a method only reads.
bool is_safe(std::string_view method);

} // namespace api
