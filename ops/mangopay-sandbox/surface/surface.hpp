#pragma once

#include <vector>

#include "api/http/message.hpp"
#include "api/http/server.hpp"
#include "ops/mangopay-sandbox/client/client.hpp"

namespace mangopay_sandbox {

/// All routes of the stand-in: the API under /v2.01, the pages, and /control beside them.
std::vector<api::http::Route> http_routes(Clients& clients);

/// What the transport refuses, in the shape of Mangopay's errors.
api::http::Response trouble(api::http::Trouble trouble, const api::http::Request* request);

} // namespace mangopay_sandbox
