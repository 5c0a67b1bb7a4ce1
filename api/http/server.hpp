#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "api/http/message.hpp"

namespace api::http {

struct Options {
    std::string address = "127.0.0.1"; // loopback only: nginx stands in front
    std::uint16_t port = 0;            // 0 picks a free one
    int threads = 4;                   // 2 × cores
    int pool_threads = 4;
    std::size_t pool_queue_max = 64;
    std::chrono::milliseconds deadline{10'000};  // for every answer of the pool
    std::chrono::milliseconds stall_max{60'000}; // a reader taking nothing for so long is dropped
    std::chrono::milliseconds head_timeout{10'000}; // from a request's first byte; then 408
    std::chrono::milliseconds body_timeout{30'000}; // from the same byte, to the end of the body
    std::chrono::milliseconds idle_timeout{75'000}; // between requests; longer than nginx keeps
    std::size_t connections_max = 8192;
    std::size_t unsent_max = 64UL * 1024 * 1024; // bytes waiting for slow readers, over all
    bool ignore_case = false;                    // the stand-in: routes match whatever their case
    bool ignore_trailing_slash = false;
    /// The body of every refusal; the request is null while there is none to speak of. The
    /// server adds Allow and Retry-After itself. Unset, the answer is the status's name.
    std::function<Response(Trouble, const Request*)> on_trouble;
    /// Completes the 204 to OPTIONS, which no handler answers.
    std::function<void(Response&)> on_options;
    /// Called once per answered request, on the answering thread. What could not be read as
    /// a request is reported with an empty one.
    std::function<void(const Request&, const Response&, std::chrono::microseconds)> on_answered;
};

/// An HTTP/1.1 server over Pistache, whose framing, answering and draining are our own.
/// Starts in the constructor; throws std::runtime_error when the address is taken.
/// Call prepare_process() before the first one.
class Server {
public:
    Server(const Options& options, std::vector<Route> routes);
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
