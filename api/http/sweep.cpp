#include "api/http/engine.hpp"

namespace api::http {

namespace {

/// How long a client may take to read its last answer before the socket is closed.
constexpr std::chrono::milliseconds linger_max{1'000};

} // namespace

void Engine::sweep_connections()
{
    const auto now = Connection::Clock::now();
    for (const auto& connection : connections_.all())
        sweep_connection(connection, now);
}

void Engine::sweep_connection(const ConnectionPtr& connection, Connection::Clock::time_point now)
{
    const auto elapsed = now - connection->since();
    switch (connection->phase()) {
    case Phase::idle:
        if (elapsed <= options_.idle_timeout && !draining_) return;
        if (connection->close_from(Phase::idle)) connection->cut();
        return;
    case Phase::reading:
        if (elapsed <= (connection->in_body() ? options_.body_timeout : options_.head_timeout))
            return;
        if (connection->close_from(Phase::reading)) refuse_and_close(connection, Trouble::too_slow);
        return;
    case Phase::closing:
        if (elapsed > linger_max) connection->cut();
        return;
    case Phase::busy: return;
    }
}

void Engine::sweep_exchanges()
{
    const auto now = Connection::Clock::now();
    for (;;) {
        std::shared_ptr<Exchange> late;
        {
            const std::scoped_lock lock(mutex_);
            if (exchanges_.empty()) return;
            late = exchanges_.front().lock();
            if (late && !late->answered && now - late->received < options_.deadline) return;
            exchanges_.pop_front();
        }
        if (late && !late->answered) complete(*late, refusal(Trouble::busy, &late->request));
    }
}

void Engine::refuse_and_close(const ConnectionPtr& connection, Trouble trouble)
{
    const auto received = Connection::Clock::now();
    Response response = refusal(trouble, nullptr);
    std::string out;
    Manner manner{.keep_alive = false};
    append(out, response, manner, nullptr);
    report(Request{}, response, received);
    send_now(connection->socket(), out);
    connection->linger();
}

} // namespace api::http
