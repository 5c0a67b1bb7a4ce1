#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tests {

/// A platform's hook address: notes every call and answers as told.
class HookReceiver {
public:
    HookReceiver()
    {
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        ::bind(socket_, reinterpret_cast<sockaddr*>(&address), length);
        ::listen(socket_, 64);
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~HookReceiver()
    {
        stopping_ = true;
        thread_.join();
        ::close(socket_);
    }
    HookReceiver(const HookReceiver&) = delete;
    HookReceiver& operator=(const HookReceiver&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/hook"; }
    void answer(int status) { status_ = status; }
    void wait_before_answering(std::chrono::milliseconds delay) { delay_ = delay.count(); }

    std::vector<std::string> targets() const
    {
        const std::lock_guard lock(mutex_);
        return targets_;
    }

    /// The calls, once there are `count`; after five seconds those there are.
    std::vector<std::string> wait_for(std::size_t count) const
    {
        for (int i = 0; i < 500 && targets().size() < count; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
        return targets();
    }

private:
    void serve()
    {
        while (!stopping_) {
            pollfd waiting{socket_, POLLIN, 0};
            if (::poll(&waiting, 1, 20) <= 0) continue;
            const int connection = ::accept(socket_, nullptr, nullptr);
            note(connection);
            std::this_thread::sleep_for(std::chrono::milliseconds{delay_.load()});
            const auto text = "HTTP/1.1 " + std::to_string(status_.load()) +
                              " -\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            ::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
            ::close(connection);
        }
    }

    void note(int connection)
    {
        char buffer[4096];
        const auto got = ::recv(connection, buffer, sizeof buffer, 0);
        const std::string text(buffer, got > 0 ? static_cast<std::size_t>(got) : 0);
        const auto from = text.find(' ') + 1;
        const std::lock_guard lock(mutex_);
        targets_.push_back(text.substr(0, from) + text.substr(from, text.find(' ', from) - from));
    }

    int socket_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<int> status_{200};
    std::atomic<std::int64_t> delay_{0};
    std::atomic<bool> stopping_{false};
    mutable std::mutex mutex_;
    std::vector<std::string> targets_;
    std::thread thread_;
};

} // namespace tests
