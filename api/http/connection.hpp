#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "api/http/parser.hpp"
#include "api/http/router.hpp"

namespace api::http {

class Connection;
class Connections;
class Mailbox;
using ConnectionPtr = std::shared_ptr<Connection>;

/// What happens to a connection. Whoever moves it away from `idle` or `reading` owns it:
/// its reactor thread to answer, or the sweep to close it. `busy` is left only by the
/// reactor thread, or towards `closing`.
enum class Phase : std::uint8_t {
    idle,    // between requests
    reading, // a request has begun to arrive
    busy,    // being answered: by the reactor thread, the pool or the writer
    closing, // the last answer is out; what still arrives is thrown away
};

/// One client's socket. It owns a duplicate of the descriptor, so that nobody ever writes
/// to a number that Pistache has closed and the kernel has given to somebody else.
class Connection {
public:
    using Clock = std::chrono::steady_clock;

    Connection(int socket, std::string remote, std::shared_ptr<Mailbox> reactor, Connections& all);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    int socket() const { return socket_; }
    const std::string& remote() const { return remote_; }
    Mailbox& reactor() const { return *reactor_; }
    Phase phase() const { return phase_.load(std::memory_order_acquire); }
    Clock::time_point since() const;
    bool in_body() const { return in_body_.load(std::memory_order_relaxed); }

    /// Takes the connection for answering. False when it is busy or closing already.
    bool begin();

    /// Gives it back: idle, or reading what `parser` has begun. On the reactor thread.
    void rest(bool answered);

    /// Says goodbye after the last answer: no more is sent, what arrives is discarded until
    /// the client closes or the sweep does. Closing at once would make the kernel reset the
    /// connection and the client lose the answer.
    void linger();

    /// Ends it now, from any thread; the reactor sees the end and removes it.
    void cut();

    /// Ends it with a reset: neither side keeps what is still on its way.
    void abort();

    /// Takes it from `from` to `closing`, for the sweep. False when it has moved on.
    bool close_from(Phase from);

    // On the reactor thread only.
    Parser parser;
    Router::Match match; // of the request being read
    std::string waiting; // arrived while busy
    bool gone = false;   // the client has closed its side

private:
    void enter(Phase phase);
    void touch();

    int socket_;
    std::string remote_;
    std::shared_ptr<Mailbox> reactor_;
    Connections& all_;
    std::atomic<Phase> phase_ = Phase::idle;
    std::atomic<bool> in_body_ = false;
    std::atomic<std::int64_t> since_;
    bool was_reading_ = false; // when it last rested
};

} // namespace api::http
