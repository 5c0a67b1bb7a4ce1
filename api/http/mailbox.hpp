#pragma once

#include <mutex>
#include <vector>

#include "api/http/connection.hpp"

namespace api::http {

/// Sends connections back to their reactor thread, from any thread. A pair of sockets: the
/// reactor reads one end as if it were a client, and takes what was posted.
class Mailbox {
public:
    Mailbox();
    ~Mailbox();
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    /// The end to be given to the reactor, which closes it.
    int reading_end() const { return reading_end_; }

    void post(ConnectionPtr connection);
    std::vector<ConnectionPtr> take();

    /// Drops what is posted from now on; the reactor sees the end of its end.
    void close();

private:
    std::mutex mutex_;
    std::vector<ConnectionPtr> posted_;
    bool closed_ = false;
    int reading_end_ = -1;
    int writing_end_ = -1;
};

} // namespace api::http
