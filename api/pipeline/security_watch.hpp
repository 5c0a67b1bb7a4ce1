#pragma once

#include <string_view>

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "domain/access/security_event.hpp"

namespace api {

/// Logs the security event that a refusal is, if it is one; `operation` is the route's.
void note_refusal(const App& app, std::string_view operation, const Request& request,
                  const domain::Refused& refused);

/// Logs the security event that was carried out, if it was one.
void note_success(const App& app, std::string_view operation, const Request& request,
                  const Response& response);

/// Whether carrying out `operation` is a security event.
bool is_watched(std::string_view operation);

/// Logs that what was presented to prove who is asking proved nobody.
void note_unknown_session(const App& app, std::string_view operation, const Request& request);

/// Logs what the transport refused before there was a request to answer; `request` may be null.
void note_trouble(const domain::Vault& vault, http::Trouble trouble, const http::Request* request);

} // namespace api
