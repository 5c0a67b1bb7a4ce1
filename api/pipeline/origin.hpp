#pragma once

#include "api/http/message.hpp"
#include "domain/accounts/origin.hpp"

namespace api {

/// Where the request came from. What a proxy says (X-Real-IP) is believed only from a proxy on
/// this machine; from anywhere else the peer is the origin.
domain::accounts::ConnectionOrigin origin_of(const http::Request& request);

} // namespace api
