#pragma once

#include <string>

namespace domain::accounts {

/// Where a request came from, as the HTTP layer saw it. Personal data: only ever sealed, or
/// as a keyed index.
struct ConnectionOrigin {
    std::string address;    // of the peer, or what the proxy on this machine says of it
    std::string user_agent; // at most 300 bytes

    /// The address for IPv4, its first 64 bits for IPv6: what one person cannot change at will.
    std::string network() const;
};

} // namespace domain::accounts
