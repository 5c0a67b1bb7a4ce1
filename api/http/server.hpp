#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "api/http/message.hpp"
#include "api/http/shares.hpp"

namespace api::http {

/// A few threads, and room for what waits for one.
struct PoolOptions {
    int threads = 4;
    std::size_t waiting_max = 64;
    std::size_t each_max = 0; // works of one holder, waiting or running; 0: what there is room for
};

/// How a pool is doing: now, and since the start.
struct PoolCounts {
    std::size_t waiting = 0, running = 0;
    std::uint64_t refused = 0;
};

struct Options {
    std::string address = "127.0.0.1";           // loopback only: nginx stands in front
    std::uint16_t port = 0;                      // 0 picks a free one
    int threads = 4;                             // 2 × cores
    std::map<Place, PoolOptions> pools{};        // of every place that a route names
    std::chrono::milliseconds deadline{10'000};  // for every answer of a pool
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
    /// Whose job a request is. Called on the HTTP thread. Unset, all are nobody's.
    std::function<Claim(const Request&)> claim_of;
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
    PoolCounts pool(Place place) const;

    /// Stops accepting, finishes what is in flight (at most `patience`), closes.
    /// True when nothing had to be cut off.
    bool drain(std::chrono::milliseconds patience);

private:
    class Core;
    std::unique_ptr<Core> core_;
};

} // namespace api::http
