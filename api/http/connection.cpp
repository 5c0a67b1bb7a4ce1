#include "api/http/connection.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "api/http/connections.hpp"

namespace api::http {

Connection::Connection(int socket, std::string remote, std::shared_ptr<Mailbox> reactor,
                       Connections& all)
    : socket_(::fcntl(socket, F_DUPFD_CLOEXEC, 0)),
      remote_(std::move(remote)),
      reactor_(std::move(reactor)),
      all_(all),
      since_(Clock::now().time_since_epoch().count())
{
    if (socket_ < 0)
        throw std::system_error(errno, std::generic_category(), "duplicating a socket");
}

Connection::~Connection()
{
    all_.remove(*this);
    ::close(socket_);
}

Connection::Clock::time_point Connection::since() const
{
    return Clock::time_point(Clock::duration(since_.load(std::memory_order_relaxed)));
}

bool Connection::begin()
{
    for (Phase now : {Phase::idle, Phase::reading}) {
        if (phase_.compare_exchange_strong(now, Phase::busy, std::memory_order_acq_rel))
            return true;
    }
    return false;
}

void Connection::rest(bool answered)
{
    const bool idle = parser.is_between_requests();
    in_body_.store(parser.is_in_body(), std::memory_order_relaxed);
    // A request's clock runs from its first byte: later bytes do not buy more time.
    if (answered || !was_reading_) touch();
    was_reading_ = !idle;
    Phase busy = Phase::busy;
    phase_.compare_exchange_strong(busy, idle ? Phase::idle : Phase::reading,
                                   std::memory_order_acq_rel);
}

void Connection::linger()
{
    enter(Phase::closing);
    ::shutdown(socket_, SHUT_WR);
}

void Connection::cut()
{
    enter(Phase::closing);
    ::shutdown(socket_, SHUT_RDWR);
}

void Connection::abort()
{
    const ::linger at_once{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    cut();
}

bool Connection::close_from(Phase from)
{
    if (!phase_.compare_exchange_strong(from, Phase::closing, std::memory_order_acq_rel))
        return false;
    touch();
    return true;
}

void Connection::enter(Phase phase)
{
    touch();
    phase_.store(phase, std::memory_order_release);
}

void Connection::touch()
{
    since_.store(Clock::now().time_since_epoch().count(), std::memory_order_relaxed);
}

} // namespace api::http
