#include "api/http/server.hpp"

#include <pistache/endpoint.h>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "api/http/engine.hpp"
#include "api/http/listener.hpp"
#include "api/http/reactor.hpp"

namespace api::http {

namespace {

using namespace std::chrono_literals;

/// Tells the engine what time it is until destroyed.
class Sweeper {
public:
    explicit Sweeper(Engine& engine) : thread_([this, &engine] { run(engine); }) {}

    ~Sweeper()
    {
        {
            const std::scoped_lock lock(mutex_);
            stopped_ = true;
        }
        stop_.notify_all();
        thread_.join();
    }

    Sweeper(const Sweeper&) = delete;
    Sweeper& operator=(const Sweeper&) = delete;

private:
    void run(Engine& engine)
    {
        std::unique_lock lock(mutex_);
        for (int tick = 0; !stop_.wait_for(lock, 20ms, [this] { return stopped_; }); ++tick) {
            lock.unlock();
            engine.sweep_exchanges();
            if (tick % 5 == 0) engine.sweep_connections();
            lock.lock();
        }
    }

    std::mutex mutex_;
    std::condition_variable stop_;
    bool stopped_ = false;
    std::thread thread_;
};

Pistache::Http::Endpoint::Options endpoint_options(int threads)
{
    using Pistache::Tcp::Options;
    // The sweep has its own time-outs; Pistache's would answer 408 into a running answer.
    constexpr auto never = std::chrono::hours(24 * 365 * 10);
    return Pistache::Http::Endpoint::options()
        .threads(threads)
        .threadsName("http")
        .flags(Options::ReuseAddr | Options::NoDelay | Options::CloseOnExec)
        .headerTimeout(never)
        .bodyTimeout(never)
        .keepaliveTimeout(never);
}

} // namespace

class Server::Core {
public:
    Core(const Options& options, std::vector<Route> routes)
        : engine_(options, std::move(routes)),
          endpoint_(std::make_unique<Pistache::Http::Endpoint>(
              Pistache::Address(options.address, Pistache::Port(options.port))))
    {
        endpoint_->init(endpoint_options(options.threads));
        endpoint_->setHandler(std::make_shared<Reactor>(engine_));
        endpoint_->serveThreaded();
        port_ = endpoint_->getPort();
        listener_.emplace(port_);
        sweeper_.emplace(engine_);
    }

    ~Core() { drain(0ms); }

    std::uint16_t port() const { return port_; }
    PoolCounts pool(Place place) const { return engine_.pool(place); }

    bool drain(std::chrono::milliseconds patience)
    {
        if (!endpoint_) return true;
        listener_->close();
        engine_.start_draining();
        const bool finished = wait_until_empty(patience);
        if (!finished) {
            engine_.cut_all();
            wait_until_empty(1s);
        }
        engine_.close_mailboxes();
        endpoint_->shutdown();
        endpoint_.reset();
        return finished;
    }

private:
    bool wait_until_empty(std::chrono::milliseconds patience)
    {
        const auto end = std::chrono::steady_clock::now() + patience;
        for (;;) {
            engine_.sweep_connections();
            if (engine_.connections().count() == 0) return true;
            if (std::chrono::steady_clock::now() >= end) return false;
            std::this_thread::sleep_for(2ms);
        }
    }

    Engine engine_;
    std::unique_ptr<Pistache::Http::Endpoint> endpoint_;
    std::optional<Listener> listener_;
    std::optional<Sweeper> sweeper_;
    std::uint16_t port_ = 0;
};

Server::Server(const Options& options, std::vector<Route> routes)
    : core_(std::make_unique<Core>(options, std::move(routes)))
{
}

Server::~Server() = default;

std::uint16_t Server::port() const
{
    return core_->port();
}

PoolCounts Server::pool(Place place) const
{
    return core_->pool(place);
}

bool Server::drain(std::chrono::milliseconds patience)
{
    return core_->drain(patience);
}

} // namespace api::http
