#pragma once

#include <cstdint>

namespace api::http {

/// The listening socket inside Pistache, which neither shows it nor heeds the backlog asked
/// for (always 128: 2,000 clients at once waited for a second SYN).
class Listener {
public:
    /// Finds the process's socket that listens on `port` and gives it a real backlog.
    explicit Listener(std::uint16_t port);

    /// Frees the port: clients that come from now on are refused. Pistache's thread keeps a
    /// descriptor of the same number on which nothing ever arrives.
    void close();

private:
    int socket_;
};

} // namespace api::http
