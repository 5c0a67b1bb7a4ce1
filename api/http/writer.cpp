#include "api/http/writer.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "api/http/wire.hpp"
#include "domain/core/check.hpp"

namespace api::http {

namespace {

constexpr int producer_threads = 2;
constexpr int tick_ms = 100;

/// Keeps the kernel from taking megabytes ahead of the reader: a stream is produced at the
/// reader's pace, not at the size of the socket's buffer.
void keep_little_unsent(int socket)
{
    const int bytes = 128 * 1024;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &bytes, sizeof bytes);
}

/// Puts the next chunk into `out`, or the end of the stream.
void produce_next(Outflow& out)
{
    std::string chunk;
    bool any = out.more(chunk);
    while (any && chunk.empty())
        any = out.more(chunk);
    if (!any) {
        out.more = nullptr;
        chunk.clear();
    }
    out.sent = 0;
    out.bytes.clear();
    if (out.chunked) {
        append_chunk(out.bytes, chunk);
    } else {
        out.bytes = std::move(chunk);
    }
}

} // namespace

Writer::Writer(std::chrono::milliseconds stall_max, std::size_t unsent_max,
               std::function<void(const ConnectionPtr&, bool)> sent)
    : stall_max_(stall_max),
      unsent_max_(unsent_max),
      sent_(std::move(sent)),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      wake_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
      producers_(
          {.threads = producer_threads, .waiting_max = std::numeric_limits<std::size_t>::max()})
{
    domain::check(epoll_ >= 0 && wake_ >= 0, "the writer has its descriptors");
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = wake_;
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, wake_, &event);
    thread_ = std::thread([this] { run(); });
}

Writer::~Writer()
{
    stop();
    ::close(epoll_);
    ::close(wake_);
}

void Writer::stop()
{
    producers_.stop();
    {
        const std::scoped_lock lock(mutex_);
        stopped_ = true;
    }
    wake();
    if (thread_.joinable()) thread_.join();
}

void Writer::take(Outflow outflow)
{
    arrive(Arrival{std::move(outflow)});
}

void Writer::arrive(Arrival arrival)
{
    {
        const std::scoped_lock lock(mutex_);
        arrivals_.push_back(std::move(arrival));
    }
    wake();
}

void Writer::wake()
{
    ::eventfd_write(wake_, 1);
}

void Writer::run()
{
    std::array<epoll_event, 64> events{};
    for (;;) {
        const int count = ::epoll_wait(epoll_, events.data(), events.size(), tick_ms);
        {
            const std::scoped_lock lock(mutex_);
            if (stopped_) break;
        }
        for (int i = 0; i < count; ++i) {
            const int socket = events.at(static_cast<std::size_t>(i)).data.fd;
            if (socket == wake_) {
                welcome();
                continue;
            }
            const auto flow = flows_.find(socket);
            if (flow != flows_.end()) advance(flow->second);
        }
        cut_stalled();
    }
    for (auto& [socket, flow] : flows_)
        flow.out.to->cut();
    flows_.clear();
}

void Writer::welcome()
{
    eventfd_t ignored = 0;
    ::eventfd_read(wake_, &ignored);
    std::vector<Arrival> arrivals;
    {
        const std::scoped_lock lock(mutex_);
        arrivals.swap(arrivals_);
    }
    for (Arrival& arrival : arrivals) {
        const int socket = arrival.out.to->socket();
        const auto [place, is_new] = flows_.try_emplace(socket);
        Flow& flow = place->second;
        if (is_new) {
            epoll_event event{};
            event.data.fd = socket;
            event.events = EPOLLONESHOT;
            ::epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event);
            if (arrival.out.more) keep_little_unsent(socket);
        }
        flow.out = std::move(arrival.out);
        flow.state = State::waiting;
        flow.progress = Connection::Clock::now();
        unsent_ += flow.out.bytes.size() - flow.out.sent;
        if (arrival.failed) {
            leave(socket, Outcome::broken);
        } else {
            advance(flow);
        }
    }
    while (unsent_ > unsent_max_ && cut_longest_stalled()) {
    }
}

void Writer::advance(Flow& flow)
{
    const Outcome outcome = push(flow);
    if (outcome != Outcome::kept) leave(flow.out.to->socket(), outcome);
}

Writer::Outcome Writer::push(Flow& flow)
{
    Outflow& out = flow.out;
    if (flow.state == State::producing) return Outcome::kept;
    if (out.sent == out.bytes.size() && out.more) {
        produce(flow);
        return Outcome::kept;
    }
    const auto taken = send_now(out.to->socket(), std::string_view(out.bytes).substr(out.sent));
    if (!taken) return Outcome::broken;
    if (*taken > 0) flow.progress = Connection::Clock::now();
    out.sent += *taken;
    unsent_ -= *taken;
    if (out.sent == out.bytes.size() && !out.more) return Outcome::finished;
    wait_for(flow);
    return Outcome::kept;
}

void Writer::wait_for(Flow& flow)
{
    epoll_event event{};
    event.data.fd = flow.out.to->socket();
    event.events = EPOLLOUT | EPOLLONESHOT;
    ::epoll_ctl(epoll_, EPOLL_CTL_MOD, event.data.fd, &event);
}

void Writer::produce(Flow& flow)
{
    flow.state = State::producing;
    // The producer travels to the pool and back: only one thread ever has it.
    auto out = std::make_shared<Outflow>(std::exchange(flow.out, Outflow{flow.out.to, {}}));
    const auto work = [this, out]() -> Pool::Rest {
        bool failed = false;
        try {
            produce_next(*out);
        } catch (...) {
            failed = true; // The reader sees a cut connection, never a complete answer.
        }
        arrive(Arrival{std::move(*out), failed});
        return {};
    };
    if (producers_.submit({}, {work})) flow.out.to->cut();
}

void Writer::leave(int socket, Outcome outcome)
{
    const auto place = flows_.find(socket);
    const Outflow out = std::move(place->second.out);
    unsent_ -= out.bytes.size() - out.sent;
    flows_.erase(place);
    ::epoll_ctl(epoll_, EPOLL_CTL_DEL, socket, nullptr);
    if (outcome == Outcome::finished) {
        sent_(out.to, out.keep_alive);
    } else if (outcome == Outcome::stalled) {
        out.to->abort();
    } else {
        out.to->cut();
    }
}

void Writer::cut_stalled()
{
    const auto now = Connection::Clock::now();
    if (now - looked_ < std::chrono::milliseconds(tick_ms)) return;
    looked_ = now;
    std::vector<int> stalled;
    for (const auto& [socket, flow] : flows_) {
        if (flow.state == State::waiting && now - flow.progress > stall_max_) {
            stalled.push_back(socket);
        }
    }
    for (const int socket : stalled)
        leave(socket, Outcome::stalled);
}

bool Writer::cut_longest_stalled()
{
    auto longest = flows_.end();
    for (auto flow = flows_.begin(); flow != flows_.end(); ++flow) {
        const bool waits = flow->second.state == State::waiting && !flow->second.out.bytes.empty();
        if (!waits) continue;
        if (longest == flows_.end() || flow->second.progress < longest->second.progress)
            longest = flow;
    }
    if (longest == flows_.end()) return false;
    leave(longest->first, Outcome::stalled);
    return true;
}

} // namespace api::http
