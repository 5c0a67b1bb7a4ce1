#pragma once

#include <exception>
#include <string>

#include "api/http/message.hpp"
#include "api/http/server.hpp"
#include "domain/core/refused.hpp"

namespace api {

/// RFC 9457: type, title, status, detail in the reader's language, every wrong field in
/// `errors`, and the request's id.
http::Response problem(const domain::Refused& refused, domain::Language language,
                       const std::string& request_id);

/// The answer to whatever else was thrown: logged with its cause, told without it.
http::Response failure(const std::exception_ptr& thrown, domain::Language language,
                       const std::string& request_id);

/// The answer to what the transport itself refuses.
http::Response problem(http::Trouble trouble, const http::Request* request);

/// What the transport answers by itself without refusing anything is dressed as every answer is.
void complete(http::Response& response);

/// From Accept-Language: French unless English is preferred.
domain::Language language_of(const http::Request& request);

} // namespace api
