#pragma once

#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/connection.hpp"
#include "api/http/connections.hpp"
#include "api/http/mailbox.hpp"
#include "api/http/pool.hpp"
#include "api/http/router.hpp"
#include "api/http/server.hpp"
#include "api/http/wire.hpp"
#include "api/http/writer.hpp"

namespace api::http {

/// A request answered away from its reactor thread: by the pool, or by the deadline.
struct Exchange {
    ConnectionPtr connection;
    Request request;
    const Route* route = nullptr;
    Manner manner;
    std::string before; // earlier answers that the socket did not take yet
    Connection::Clock::time_point received;
    std::atomic<bool> answered = false; // whoever sets it answers; the other's answer is dropped
};

/// Turns bytes into answers. Knows no Pistache: the reactor threads call it with what
/// arrived, the sweep with what time it is.
class Engine {
public:
    Engine(Options options, std::vector<Route> routes);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // On the connection's reactor thread.
    void connected(const ConnectionPtr& connection);
    /// True when at least one request was answered.
    bool input(const ConnectionPtr& connection, std::string_view bytes);
    /// Keeps the bytes until the other connections of the thread had their turn.
    void defer(const ConnectionPtr& connection, std::string_view bytes);
    void resume(const ConnectionPtr& connection);
    void disconnected(const ConnectionPtr& connection);
    std::shared_ptr<Mailbox> open_mailbox();

    /// Time-outs of connections; a look at every one of them.
    void sweep_connections();
    /// Deadlines of the pools.
    void sweep_exchanges();

    // For drain() and the end.
    void start_draining() { draining_ = true; }
    void cut_all();
    void close_mailboxes();
    Connections& connections() { return connections_; }
    PoolCounts pool(Place place) const { return pools_.at(place).counts(); }

    // For a turn of a connection (turn.cpp).
    const Router& router() const { return router_; }
    bool is_draining() const { return draining_; }
    Response call(const Route& route, const Request& request);
    /// The refusal's answer, with Allow or Retry-After where they belong.
    Response refusal(Trouble trouble, const Request* request, const std::string& allow = "");
    /// The answer to OPTIONS.
    Response methods(const std::string& allow);
    /// Appends the answer, or that of Trouble::failed when it cannot be sent as it is. Drops
    /// a stream that must not follow, and keep-alive where only the end can mark the end.
    void append(std::string& out, Response& response, Manner& manner, const Request* request);
    void report(const Request& request, const Response& response,
                Connection::Clock::time_point received);
    /// Why the pool of its route did not take the exchange; nothing when it did.
    std::optional<Trouble> submit(const std::shared_ptr<Exchange>& exchange);
    /// Sends at once what the socket takes; the writer has the rest. True when all is out.
    bool send(Outflow outflow);

private:
    void complete(Exchange& exchange, Response response);
    void deliver(Exchange& exchange, Response response);
    void finished(const ConnectionPtr& connection, bool keep_alive);
    void refuse_and_close(const ConnectionPtr& connection, Trouble trouble);
    void sweep_connection(const ConnectionPtr& connection, Connection::Clock::time_point now);

    const Options options_;
    const Router router_;
    Connections connections_;
    std::atomic<bool> draining_ = false;
    std::mutex mutex_;
    std::vector<std::shared_ptr<Mailbox>> mailboxes_;
    std::deque<std::weak_ptr<Exchange>> exchanges_; // oldest first
    Writer writer_;
    std::map<Place, Pool> pools_;
};

} // namespace api::http
