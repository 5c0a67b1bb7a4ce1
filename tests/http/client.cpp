#include "tests/http/client.hpp"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <thread>
#include <utility>

namespace tests::http {

std::string Answer::header(std::string_view name) const
{
    std::string lower = head;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    const std::size_t found = lower.find("\r\n" + std::string(name) + ": ");
    if (found == std::string::npos) return "";
    const std::size_t begin = found + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

Client::Client(std::uint16_t port, int receive_buffer) : socket_(::socket(AF_INET, SOCK_STREAM, 0))
{
    if (receive_buffer > 0) {
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    }
    // No test waits for ever for a server that does not answer.
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(std::exchange(socket_, -1));
    }
}

Client::~Client()
{
    if (socket_ >= 0) ::close(socket_);
}

Client::Client(Client&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), buffer_(std::move(other.buffer_))
{
}

bool Client::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Client::close_sending()
{
    ::shutdown(socket_, SHUT_WR);
}

void Client::reset()
{
    const linger at_once{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(std::exchange(socket_, -1));
}

std::string Client::read_head()
{
    std::string head;
    std::string line;
    do {
        line = take_line();
        head += line;
    } while (!line.empty() && line != "\r\n");
    return head;
}

Answer Client::read_answer(bool to_head)
{
    Answer answer;
    answer.head = read_head();
    if (answer.head.size() < 12) return answer;
    std::from_chars(answer.head.data() + 9, answer.head.data() + 12, answer.status);

    if (to_head) {
        answer.complete = true;
        return answer;
    }
    if (answer.header("transfer-encoding") == "chunked") {
        for (;;) {
            const std::string line = take_line();
            std::size_t size = 0;
            if (std::from_chars(line.data(), line.data() + line.size(), size, 16).ec !=
                std::errc()) {
                return answer;
            }
            const std::string chunk = take(size);
            if (chunk.size() < size || take(2) != "\r\n") return answer;
            answer.body += chunk;
            if (size == 0) break;
        }
    } else if (const std::string length = answer.header("content-length"); !length.empty()) {
        answer.body = take(std::stoul(length));
        if (answer.body.size() != std::stoul(length)) return answer;
    } else if (answer.status != 204 && answer.status != 304) {
        while (fill()) {
        }
        answer.body = std::exchange(buffer_, {});
    }
    answer.complete = true;
    return answer;
}

Answer Client::get(const std::string& path)
{
    send(get_request(path));
    return read_answer();
}

void Client::discard(std::atomic<std::size_t>& count)
{
    while (fill()) {
        count += buffer_.size();
        buffer_.clear();
    }
}

bool Client::has_input() const
{
    pollfd what{socket_, POLLIN, 0};
    return ::poll(&what, 1, 0) == 1;
}

bool Client::is_at_end()
{
    return buffer_.empty() && !fill();
}

bool Client::fill()
{
    std::array<char, 65536> bytes{};
    const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    EXPECT_FALSE(count < 0 && errno == EAGAIN) << "the server neither answers nor closes";
    if (count > 0) buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    return count > 0;
}

std::string Client::take(std::size_t bytes)
{
    while (buffer_.size() < bytes && fill()) {
    }
    std::string taken = buffer_.substr(0, bytes);
    buffer_.erase(0, taken.size());
    return taken;
}

std::string Client::take_line()
{
    std::size_t end = buffer_.find("\r\n");
    while (end == std::string::npos && fill())
        end = buffer_.find("\r\n");
    return end == std::string::npos ? "" : take(end + 2);
}

std::string get_request(const std::string& path, const std::string& headers)
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

void pause(std::chrono::milliseconds time)
{
    std::this_thread::sleep_for(time);
}

} // namespace tests::http
