#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "api/http/message.hpp"

namespace api::http {

/// What the transport itself has to refuse, before any handler: the answer's body is the
/// caller's business (problem+json in the product, Mangopay's error shape in the stand-in).
enum class Trouble : std::uint8_t {
    malformed,          // 400
    not_found,          // 404: no such route
    method_not_allowed, // 405: with Allow
    too_slow,           // 408
    too_large,          // 413
    headers_too_large,  // 431
    failed,             // 500: a handler threw; its text is never shown
    busy,               // 503: the pool is full, or the deadline passed
};

struct Options {
    std::string address = "127.0.0.1"; // loopback only: nginx stands in front
    std::uint16_t port = 0;            // 0 picks a free one
    int threads = 4;                   // 2 × cores
    int pool_threads = 4;
    std::size_t pool_queue_max = 64;
    std::chrono::milliseconds deadline{10'000}; // for every answer of the pool
    std::chrono::milliseconds stall_max{60'000}; // a reader that takes nothing for this long is dropped
    std::size_t connections_max = 8192;
    bool ignore_case = false;   // the stand-in: routes match whatever their case
    bool ignore_trailing_slash = false;
    std::function<Response(Trouble, const Request*)> on_trouble;
    /// Called once per answered request, on the answering thread.
    std::function<void(const Request&, const Response&, std::chrono::microseconds)> on_answered;
};

/// An HTTP/1.1 server over Pistache, whose framing, answering and draining are our own.
/// Starts in the constructor. SIGPIPE must be ignored by the process.
class Server {
public:
    Server(Options options, std::vector<Route> routes);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;

    /// Stops accepting, finishes what is in flight (at most `patience`), closes.
    /// True when nothing had to be cut off.
    bool drain(std::chrono::milliseconds patience);

private:
    class Core;
    std::unique_ptr<Core> core_;
};

} // namespace api::http
