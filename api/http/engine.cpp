#include "api/http/engine.hpp"

#include <algorithm>
#include <utility>

#include "api/http/process.hpp"
#include "api/http/turn.hpp"
#include "domain/core/check.hpp"

namespace api::http {

namespace {

// Bytes of further requests that a client may send ahead of its answers.
constexpr std::size_t waiting_max = 2UL * 1024 * 1024;

} // namespace

Engine::Engine(Options options, std::vector<Route> routes)
    : options_(std::move(options)),
      router_(std::move(routes), options_.ignore_case, options_.ignore_trailing_slash),
      connections_(std::min(options_.connections_max, connections_allowed())),
      writer_(options_.stall_max, options_.unsent_max,
              [this](const ConnectionPtr& connection, bool keep_alive) {
                  finished(connection, keep_alive);
              })
{
    for (const auto& [place, pool] : options_.pools)
        pools_.try_emplace(place, pool);
    for (const Route& route : router_.routes()) {
        const bool has_place = route.place == Place::http_thread || pools_.contains(route.place);
        domain::check(has_place, "every route has a place to run in");
    }
}

Engine::~Engine()
{
    for (auto& [_, pool] : pools_)
        pool.stop();
    writer_.stop();
    close_mailboxes();
}

void Engine::connected(const ConnectionPtr& connection)
{
    if (connections_.add(connection) && !draining_) return;
    connection->begin();
    refuse_and_close(connection, Trouble::busy);
}

bool Engine::input(const ConnectionPtr& connection, std::string_view bytes)
{
    if (connection->begin()) return Turn(*this, connection).run(bytes);
    if (connection->phase() == Phase::closing) return false;
    connection->waiting.append(bytes);
    if (connection->waiting.size() <= waiting_max) return false;
    connection->abort();
    return false;
}

void Engine::defer(const ConnectionPtr& connection, std::string_view bytes)
{
    if (!connection->begin()) {
        input(connection, bytes);
        return;
    }
    connection->waiting.append(bytes);
    connection->reactor().post(connection);
}

void Engine::resume(const ConnectionPtr& connection)
{
    if (connection->gone || connection->phase() != Phase::busy) return;
    Turn(*this, connection).run({});
}

void Engine::disconnected(const ConnectionPtr& connection)
{
    // Not cut: a client that only closed its sending side still reads its answer.
    connection->gone = true;
    if (connection->begin()) connection->linger();
}

std::shared_ptr<Mailbox> Engine::open_mailbox()
{
    auto mailbox = std::make_shared<Mailbox>();
    const std::scoped_lock lock(mutex_);
    return mailboxes_.emplace_back(std::move(mailbox));
}

void Engine::close_mailboxes()
{
    const std::scoped_lock lock(mutex_);
    for (const auto& mailbox : mailboxes_)
        mailbox->close();
}

void Engine::cut_all()
{
    for (const auto& connection : connections_.all())
        connection->abort();
}

std::optional<Trouble> Engine::submit(const std::shared_ptr<Exchange>& exchange)
{
    {
        const std::scoped_lock lock(mutex_);
        exchanges_.push_back(exchange);
    }
    const auto claim = options_.claim_of ? options_.claim_of(exchange->request) : Claim{};
    const auto work = [this, exchange]() -> Pool::Rest {
        if (exchange->answered) return {};
        auto response = call(*exchange->route, exchange->request);
        return [this, exchange, response = std::move(response)]() mutable {
            complete(*exchange, std::move(response));
        };
    };
    const auto give_way = [this, exchange] {
        complete(*exchange, refusal(Trouble::busy, &exchange->request));
    };
    return pools_.at(exchange->route->place).submit(claim, {work, give_way});
}

void Engine::complete(Exchange& exchange, Response response)
{
    if (exchange.answered.exchange(true)) return;
    try {
        deliver(exchange, std::move(response));
    } catch (...) { // Out of memory: this client only.
        exchange.connection->cut();
    }
}

void Engine::deliver(Exchange& exchange, Response response)
{
    Manner manner = exchange.manner;
    manner.keep_alive = manner.keep_alive && !draining_;
    std::string out = std::move(exchange.before);
    append(out, response, manner, &exchange.request);
    report(exchange.request, response, exchange.received);
    const bool all_out = send({exchange.connection, std::move(out), 0, std::move(response.stream),
                               !manner.http_1_0, manner.keep_alive});
    if (all_out) finished(exchange.connection, manner.keep_alive);
}

bool Engine::send(Outflow outflow)
{
    const auto taken =
        send_now(outflow.to->socket(), std::string_view(outflow.bytes).substr(outflow.sent));
    if (!taken) {
        outflow.to->cut();
        return false;
    }
    outflow.sent += *taken;
    if (outflow.sent == outflow.bytes.size() && !outflow.more) return true;
    writer_.take(std::move(outflow));
    return false;
}

void Engine::finished(const ConnectionPtr& connection, bool keep_alive)
{
    if (keep_alive) {
        connection->reactor().post(connection);
    } else {
        connection->linger();
    }
}

} // namespace api::http
