#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "api/pipeline/app.hpp"
#include "api/pipeline/dress.hpp"
#include "api/pipeline/media.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "domain/access/sensitive_change.hpp"

namespace api {

/// Who may call. What they may see of an object is decided where the object is found.
enum class Who {
    anyone,          // no session needed, one is used if given
    signed_in,       // any account
    member,          // a client or a provider, e-mail verified
    client,          // a member acting as client
    provider,        // a member acting as provider
    staff,           // with TOTP
    privacy_officer, // with TOTP
    archive_reader,  // an accountant with TOTP, or an archive key
    hook,            // Mangopay, by the secret in the path
};

std::string_view name(Who who);

using Handler = Response (*)(App& app, const Request& request);

/// What members read of their own: `me` is all it may know of who is asking, because the session
/// is proved in the same trip to the database as its first question (answer_in_one_trip()).
using Listing = Response (*)(domain::Transaction& tx, const domain::AccountId& me,
                             const Request& request);

/// One line of the table of routes. `operation` is the operationId of the API description.
struct Route {
    std::string_view method;
    std::string_view pattern;
    std::string_view operation;
    Who who;
    std::variant<Handler, Listing> handler;
    bool idempotent = false; // needs Idempotency-Key; the handler answers through idempotent()
    http::Place place = http::Place::http_thread;
    std::size_t body_max = 64UL * 1024;
    Takes takes = Takes::json;
    bool uses_session = true; // false: a form that proves itself, whoever is signed in beside it
    std::optional<domain::access::SensitiveChange> sensitive{}; // makes it, or its first step
    Dress dress = Dress::problem;
    std::optional<domain::Language> language{}; // of the address; the reader's otherwise
    std::string_view performs{};                // the operation that a page's form is a skin of
};

/// `route` as one that makes a sensitive change: its handler demands the proof, which may be a
/// password, too slow for an HTTP thread.
Route sensitive(domain::access::SensitiveChange change, Route route);

/// What the route's handler answers to a request that was admitted.
Response handled(App& app, const Route& route, const Request& request);

/// Every route of the product. The API description lists those of Dress::problem, a test
/// holds them equal.
const std::vector<Route>& routes();

/// The routes as the transport wants them: authentication, language, limits, problems,
/// request ids, metrics and logs around each handler.
std::vector<http::Route> bound_routes(App& app);

/// One answer, outside of any transport: what bound_routes() does per request.
http::Response answer(App& app, const Route& route, const http::Request& request);

} // namespace api
