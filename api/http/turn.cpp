#include "api/http/turn.hpp"

#include <utility>

namespace api::http {

namespace {

constexpr int requests_max = 256; // pipelined, before the thread's other clients have a turn
constexpr std::size_t batch_max = 256UL * 1024; // bytes of pipelined answers sent together

/// The thread's buffer, so that an answer costs no allocation. No turn runs inside another.
std::string& thread_buffer()
{
    thread_local std::string buffer;
    buffer.clear();
    if (buffer.capacity() > 2 * batch_max) buffer.shrink_to_fit();
    return buffer;
}

} // namespace

Turn::Turn(Engine& engine, const ConnectionPtr& connection)
    : engine_(engine),
      connection_(connection),
      parser_(connection->parser),
      out_(thread_buffer()),
      received_(Connection::Clock::now())
{
}

bool Turn::run(std::string_view input)
{
    std::string kept;
    if (!connection_->waiting.empty()) {
        kept = std::exchange(connection_->waiting, {});
        kept.append(input);
        input = kept;
    }
    Next next = Next::go_on;
    while (next == Next::go_on)
        next = answered_ < requests_max ? step(input) : Next::yield;
    switch (next) {
    case Next::pause:
        if (flush(true)) connection_->rest(answered_ > 0);
        break;
    case Next::finish:
        if (flush(false)) connection_->linger();
        break;
    case Next::yield:
        connection_->waiting.append(input);
        if (flush(true)) connection_->reactor().post(connection_);
        break;
    case Next::leave: connection_->waiting.append(input); break;
    case Next::go_on: break;
    }
    return answered_ > 0;
}

Turn::Next Turn::step(std::string_view& input)
{
    switch (parser_.read(input)) {
    case Parser::Step::more: return Next::pause;
    case Parser::Step::head: return on_head(input);
    case Parser::Step::request: return on_request();
    case Parser::Step::trouble: break;
    }
    return refuse(parser_.trouble());
}

Turn::Next Turn::on_head(std::string_view rest)
{
    auto& [request, framing] = parser_.head();
    Router::Match& match = connection_->match;
    request.remote_address = connection_->remote();
    match = engine_.router().find(request.method, request.path);
    if (match.route == nullptr) {
        // A body that nobody takes is not read: the connection ends instead.
        const Manner manner{false, request.method == "HEAD", framing.http_1_0};
        return framing.has_body() ? unrouted(request, manner) : Next::go_on;
    }
    request.route = match.route->pattern;
    request.captured = std::move(match.captured);
    parser_.allow_body(match.route->body_max);
    const bool wanted = framing.has_body() && framing.length <= match.route->body_max;
    if (framing.expects_continue && wanted && rest.empty()) {
        out_.append("HTTP/1.1 100 Continue\r\n\r\n");
    }
    return Next::go_on;
}

Turn::Next Turn::on_request()
{
    Head head = parser_.take_head();
    const Request& request = head.request;
    const Manner manner{head.framing.keep_alive && !engine_.is_draining(), request.method == "HEAD",
                        head.framing.http_1_0};
    const Route* route = connection_->match.route;
    if (route == nullptr) return unrouted(request, manner);
    if (route->place != Place::http_thread) return to_pool(std::move(head), manner);
    return answer(engine_.call(*route, request), &request, manner);
}

Turn::Next Turn::unrouted(const Request& request, Manner manner)
{
    const std::string& allow = connection_->match.allow;
    if (request.method == "OPTIONS" && (!allow.empty() || request.path == "*")) {
        return answer(engine_.methods(allow), &request, manner);
    }
    const Trouble trouble = allow.empty() ? Trouble::not_found : Trouble::method_not_allowed;
    return answer(engine_.refusal(trouble, &request, allow), &request, manner);
}

Turn::Next Turn::refuse(Trouble trouble)
{
    const Request* request = parser_.has_head() ? &parser_.head().request : nullptr;
    return answer(engine_.refusal(trouble, request), request, Manner{.keep_alive = false});
}

Turn::Next Turn::to_pool(Head head, Manner manner)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->connection = connection_;
    exchange->request = std::move(head.request);
    exchange->route = connection_->match.route;
    exchange->manner = manner;
    exchange->received = received_;
    const auto taken = send_now(connection_->socket(), out_);
    exchange->before = out_.substr(taken.value_or(out_.size()));
    out_.clear();
    const auto trouble = engine_.submit(exchange);
    if (!trouble) {
        ++answered_;
        return Next::leave;
    }
    exchange->answered = true;
    out_ = std::move(exchange->before);
    const Request& request = exchange->request;
    return answer(engine_.refusal(*trouble, &request), &request, manner);
}

Turn::Next Turn::answer(Response response, const Request* request, Manner manner)
{
    ++answered_;
    engine_.append(out_, response, manner, request);
    engine_.report(request != nullptr ? *request : Request{}, response, received_);
    if (response.stream) {
        engine_.send({connection_, std::exchange(out_, {}), 0, std::move(response.stream),
                      !manner.http_1_0, manner.keep_alive});
        return Next::leave;
    }
    if (!manner.keep_alive) return Next::finish;
    if (out_.size() <= batch_max || flush(true)) return Next::go_on;
    return Next::leave;
}

bool Turn::flush(bool keep_alive)
{
    const auto taken = send_now(connection_->socket(), out_);
    if (!taken) {
        connection_->cut();
        return false;
    }
    const bool all_out = *taken == out_.size();
    if (!all_out) {
        engine_.send({connection_, std::exchange(out_, {}), *taken, {}, true, keep_alive});
    }
    out_.clear();
    return all_out;
}

} // namespace api::http
