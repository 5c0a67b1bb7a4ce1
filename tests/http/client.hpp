#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace tests::http {

/// An answer as a client reads it: the body is whole, whatever its framing.
struct Answer {
    int status = 0; // 0: the connection ended without an answer
    std::string head;
    std::string body;
    bool complete = false;

    /// The header's value, "" when absent. `name` in lower case.
    std::string header(std::string_view name) const;
};

/// A raw socket: sends exactly these bytes, reads answers one after the other.
class Client {
public:
    /// `receive_buffer` limits what the kernel takes on the client's behalf.
    explicit Client(std::uint16_t port, int receive_buffer = 0);
    ~Client();
    Client(Client&& other) noexcept;
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    bool is_connected() const { return socket_ >= 0; }
    /// False when the server has closed.
    bool send(std::string_view bytes);
    void close_sending();
    /// Closes with a reset instead of a goodbye.
    void reset();

    /// Up to and with its empty line.
    std::string read_head();
    Answer read_answer(bool to_head = false);
    /// "GET path" on this connection, and its answer.
    Answer get(const std::string& path);
    /// Reads as fast as it can, only counting, until the server closes.
    void discard(std::atomic<std::size_t>& count);
    /// Whether something can be read at once.
    bool has_input() const;
    /// True when the server has closed and nothing more was to be read.
    bool is_at_end();

private:
    bool fill();
    std::string take(std::size_t bytes);
    std::string take_line();

    int socket_ = -1;
    std::string buffer_;
};

/// `headers` are whole lines.
std::string get_request(const std::string& path, const std::string& headers = "");

/// Waits, at most ten seconds, until it holds.
template <typename Condition>
bool eventually(Condition condition);

void pause(std::chrono::milliseconds time);

template <typename Condition>
bool eventually(Condition condition)
{
    for (int i = 0; i < 2000; ++i) {
        if (condition()) return true;
        pause(std::chrono::milliseconds(5));
    }
    return false;
}

} // namespace tests::http
