#pragma once

#include "api/http/message.hpp"
#include "domain/accounts/visitor.hpp"

namespace api {

/// Where the request came from. What a proxy says (X-Real-IP) is believed only from a proxy on
/// this machine; from anywhere else the peer is the visitor.
domain::accounts::Visitor visitor_of(const http::Request& request);

} // namespace api
