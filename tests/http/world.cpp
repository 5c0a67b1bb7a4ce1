#include "tests/http/world.hpp"

#include <stdexcept>

#include "api/http/process.hpp"

namespace tests::http {

namespace {

using namespace std::chrono_literals;
using api::http::Place;
using api::http::Request;
using api::http::Response;
using api::http::Route;

constexpr std::size_t pieces = 320;

api::http::Producer stream_producer(std::size_t fails_at)
{
    return [n = std::size_t{0}, fails_at](std::string& chunk) mutable {
        if (n == fails_at) throw 42;
        if (n == pieces) return false;
        chunk = piece_of_stream(n++);
        return true;
    };
}

Response text(std::string body)
{
    return {200, {{"content-type", "text/plain"}}, std::move(body)};
}

Response query_of(const Request& request)
{
    std::string told;
    for (const auto& [key, value] : request.query)
        told += key + "=" + value + ";";
    return text(told);
}

std::vector<Route> plain_routes()
{
    return {
        {"GET", "/hello", [](const Request&) { return text("hello"); }},
        {"GET", "/items/:id", [](const Request& r) { return text(std::string(r.capture("id"))); }},
        {"PUT", "/items/:id", [](const Request& r) { return text(std::string(r.route)); }},
        {"GET", "/query", query_of},
        {"POST", "/echo", [](const Request& r) { return text(r.body); }, Place::http_thread, 1000},
        {"GET", "/big", [](const Request&) { return text(std::string(8'000'000, 'b')); }},
        {"GET", "/medium", [](const Request&) { return text(std::string(200'000, 'm')); }},
        {"GET", "/none",
         [](const Request&) {
             return Response{204, {}, "never sent"};
         }},
        {"GET", "/lost",
         [](const Request&) {
             return Response{0, {}, ""};
         }},
    };
}

std::vector<Route> failing_routes()
{
    return {
        {"GET", "/throws-int", [](const Request&) -> Response { throw 42; }},
        {"GET", "/throws-secret",
         [](const Request&) -> Response { throw std::runtime_error("secret"); }},
        {"GET", "/splits",
         [](const Request&) {
             return Response{200, {{"x-note", "a\r\nSet-Cookie: b"}}, ""};
         }},
        {"GET", "/stream",
         [](const Request&) {
             return Response{200, {}, "", stream_producer(~0U)};
         }},
        {"GET", "/torn",
         [](const Request&) {
             return Response{200, {}, "", stream_producer(5)};
         }},
    };
}

std::vector<Route> slow_routes(Gate& gate)
{
    return {
        {"GET", "/slow/:id",
         [&gate](const Request& request) {
             gate.pass();
             return text(std::string(request.capture("id")));
         },
         Place::outbound},
        {"GET", "/other/:id",
         [](const Request& request) { return text(std::string(request.capture("id"))); },
         Place::passwords},
        {"GET", "/slow-throws", [](const Request&) -> Response { throw 42; }, Place::outbound},
    };
}

std::vector<Route> all_routes(Gate& gate)
{
    std::vector<Route> all = plain_routes();
    for (Route& route : failing_routes())
        all.push_back(std::move(route));
    for (Route& route : slow_routes(gate))
        all.push_back(std::move(route));
    return all;
}

} // namespace

void Gate::close()
{
    const std::scoped_lock lock(mutex_);
    open_ = false;
}

void Gate::open()
{
    const std::scoped_lock lock(mutex_);
    open_ = true;
    opened_.notify_all();
}

void Gate::pass()
{
    std::unique_lock lock(mutex_);
    ++waiting_;
    ++passed_;
    opened_.wait(lock, [this] { return open_; });
    --waiting_;
}

int Gate::passed() const
{
    const std::scoped_lock lock(mutex_);
    return passed_;
}

int Gate::waiting() const
{
    const std::scoped_lock lock(mutex_);
    return waiting_;
}

World::World(api::http::Options options) : server(std::move(options), all_routes(gate)) {}

api::http::Options patient()
{
    api::http::Options options;
    options.threads = 1;
    options.pools = {{Place::outbound, {.threads = 1, .waiting_max = 1, .each_max = 1}},
                     {Place::passwords, {.threads = 1, .waiting_max = 1}}};
    options.claim_of = [](const Request& request) {
        return api::http::Claim{std::string(request.header("x-holder").value_or("")),
                                std::string(request.header("x-work").value_or(""))};
    };
    return options;
}

api::http::Options impatient()
{
    api::http::Options options = patient();
    options.deadline = 300ms;
    options.stall_max = 300ms;
    options.head_timeout = 300ms;
    options.body_timeout = 1'500ms;
    options.idle_timeout = 900ms;
    options.unsent_max = 1'000'000;
    return options;
}

World& patient_world()
{
    api::http::prepare_process();
    static World world(patient());
    return world;
}

World& impatient_world()
{
    api::http::prepare_process();
    static World world(impatient());
    return world;
}

std::string piece_of_stream(std::size_t n)
{
    std::string piece = std::to_string(n) + ":";
    piece.resize(64 * 1024, static_cast<char>('a' + n % 26));
    return piece;
}

std::string whole_stream()
{
    std::string whole;
    for (std::size_t n = 0; n < pieces; ++n)
        whole += piece_of_stream(n);
    return whole;
}

} // namespace tests::http
