#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "api/http/connection.hpp"
#include "api/http/message.hpp"
#include "api/http/pool.hpp"

namespace api::http {

/// What is still to be sent to one reader.
struct Outflow {
    ConnectionPtr to;
    std::string bytes;
    std::size_t sent = 0;   // of bytes
    Producer more{};        // of a stream; empty when bytes is all there is
    bool chunked = true;    // frame what `more` gives
    bool keep_alive = true; // after the last byte
};

/// Sends what a socket did not take at once, at its reader's pace: one thread, however many
/// readers stall. A stream holds one chunk in memory; the next is produced, on a small pool,
/// when the socket is writable. A reader that takes nothing for `stall_max` is cut off, and
/// so is the one stalled longest when `unsent_max` bytes wait.
class Writer {
public:
    /// `sent` is called when the last byte was handed to the kernel.
    Writer(std::chrono::milliseconds stall_max, std::size_t unsent_max,
           std::function<void(const ConnectionPtr&, bool keep_alive)> sent);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void take(Outflow outflow);
    void stop();

private:
    enum class State : std::uint8_t { waiting, producing };
    struct Flow {
        Outflow out;
        State state = State::waiting;
        Connection::Clock::time_point progress;
    };
    /// A new flow, or a producing one with its next bytes.
    struct Arrival {
        Outflow out;
        bool failed = false;
    };
    enum class Outcome : std::uint8_t { kept, finished, broken, stalled };

    void run();
    void arrive(Arrival arrival);
    void wake();
    void welcome();
    void advance(Flow& flow);
    Outcome push(Flow& flow);
    void produce(Flow& flow);
    void wait_for(Flow& flow);
    void leave(int socket, Outcome outcome);
    void cut_stalled();
    bool cut_longest_stalled();

    const std::chrono::milliseconds stall_max_;
    const std::size_t unsent_max_;
    const std::function<void(const ConnectionPtr&, bool)> sent_;
    const int epoll_;
    const int wake_;
    std::size_t unsent_ = 0;               // on the writer's thread
    std::unordered_map<int, Flow> flows_;  // by socket; likewise
    Connection::Clock::time_point looked_; // for stalled readers
    std::mutex mutex_;
    std::vector<Arrival> arrivals_;
    bool stopped_ = false;
    Pool producers_;
    std::thread thread_;
};

} // namespace api::http
