#pragma once

#include <optional>

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "api/pipeline/route.hpp"

namespace api {

/// What members read of their own, in one trip to the database together with the proof that it is
/// they who ask: whose session the token is stands in it under our signature, whether it lives and
/// may call this route is judged before anybody sees what was found.
///
/// Nothing when the request is not plainly in order, for whatever reason, or when lists are read
/// from a replica: the usual way, one question after the other, then answers or says why not.
std::optional<Response> answer_in_one_trip(App& app, const Route& route, const Request& request);

} // namespace api
