#include "api/http/listener.hpp"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "domain/core/check.hpp"

namespace api::http {

namespace {

constexpr int backlog = 4096;

bool listens_on(int socket, std::uint16_t port)
{
    int accepts = 0;
    socklen_t size = sizeof accepts;
    if (::getsockopt(socket, SOL_SOCKET, SO_ACCEPTCONN, &accepts, &size) != 0 || accepts == 0) {
        return false;
    }
    sockaddr_in6 address{};
    size = sizeof address;
    if (::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return false;
    // The port stands at the same place in both families.
    const bool is_internet = address.sin6_family == AF_INET || address.sin6_family == AF_INET6;
    return is_internet && ntohs(address.sin6_port) == port;
}

int find(std::uint16_t port)
{
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        const auto number =
            static_cast<int>(std::strtol(entry.path().filename().c_str(), nullptr, 10));
        if (listens_on(number, port)) return number;
    }
    return -1;
}

} // namespace

Listener::Listener(std::uint16_t port) : socket_(find(port))
{
    domain::check(socket_ >= 0, "the server listens on its port");
    ::listen(socket_, backlog);
}

void Listener::close()
{
    if (socket_ < 0) return;
    const int silent = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    ::dup3(silent, socket_, O_CLOEXEC);
    ::close(silent);
    socket_ = -1;
}

} // namespace api::http
