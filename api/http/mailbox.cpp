#include "api/http/mailbox.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "api/http/wire.hpp"

namespace api::http {

Mailbox::Mailbox()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        throw std::system_error(errno, std::generic_category(), "opening a mailbox");
    }
    reading_end_ = ends[0];
    writing_end_ = ends[1];
}

Mailbox::~Mailbox()
{
    ::close(writing_end_);
}

void Mailbox::post(ConnectionPtr connection)
{
    const std::scoped_lock lock(mutex_);
    if (closed_) return;
    posted_.push_back(std::move(connection));
    // One byte wakes for everything posted until it is taken.
    if (posted_.size() == 1) send_now(writing_end_, "!");
}

std::vector<ConnectionPtr> Mailbox::take()
{
    const std::scoped_lock lock(mutex_);
    return std::exchange(posted_, {});
}

void Mailbox::close()
{
    std::vector<ConnectionPtr> dropped;
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    dropped.swap(posted_);
    ::shutdown(writing_end_, SHUT_WR);
}

} // namespace api::http
