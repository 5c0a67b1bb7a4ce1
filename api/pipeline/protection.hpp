#pragma once

#include "api/http/message.hpp"

namespace api {

/// Adds the headers that tell browsers what an answer may not become (OWASP ASVS 5, V3.4): sniffed,
/// framed, read by other origins, given away in Referer, or a way to the device. What the answer
/// says for itself stays. Every answer goes through here, the transport's own included.
void protect(http::Response& response);

} // namespace api
