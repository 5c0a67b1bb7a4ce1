#include "ops/mangopay-sandbox/surface/surface.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <optional>
#include <thread>

#include "ops/mangopay-sandbox/surface/controls.hpp"
#include "ops/mangopay-sandbox/surface/idempotency.hpp"
#include "ops/mangopay-sandbox/surface/pages.hpp"
#include "ops/mangopay-sandbox/surface/routes.hpp"
#include "ops/mangopay-sandbox/surface/tokens.hpp"

namespace mangopay_sandbox {

namespace {

using api::http::Header;
using api::http::Place;
using api::http::Request;
using api::http::Response;
using api::http::Route;

constexpr std::size_t body_max = std::size_t{256} * 1024;
constexpr std::string_view prefixes[] = {"/v2.01", "/v2_01"};

/// What is answered, and what goes wrong on the way back.
struct Outcome {
    Answer answer;
    std::vector<Header> rates;
    std::string date{}; // by the stand-in's clock
    std::chrono::milliseconds delay{0};
    bool dropped = false;
};

Answer broken_html()
{
    return {500,
            "<html><head><title>500 Internal Server Error</title></head>"
            "<body><center><h1>500 Internal Server Error</h1></center></body></html>",
            {},
            "text/html"};
}

Rejected rate_limit()
{
    return {429, "rate_limit", "Rate limit exceeded. Please contact support for more assistance"};
}

Call call_of(const Request& request)
{
    Call call{request.method, {}, request.query, request.body};
    for (const auto& part : request.captured) {
        if (part.first != "client") call.captured.push_back(part);
    }
    return call;
}

std::string text(std::optional<std::string_view> header)
{
    return std::string(header.value_or(""));
}

Rejected address_not_listed()
{
    return {403, "forbidden_ressource", "This address is not on the list of allowed addresses"};
}

std::string key_of(const Request& request)
{
    return request.method == "POST" ? text(request.header("idempotency-key")) : "";
}

void keep(World& world, const Request& request, const Answer& answer)
{
    const auto key = key_of(request);
    if (key.empty()) return;
    idempotency::remember(world, key, answer, world.settings.public_url + request.path);
}

/// What goes wrong before anything is done; nothing when nothing does.
std::optional<Answer> failed_before(World& world, const std::string& subject,
                                    const Request& request)
{
    auto& faults = world.faults;
    if (faults.take(FaultKind::unauthorized, subject)) throw tokens::invalid_credentials();
    if (faults.take(FaultKind::forbidden, subject)) throw address_not_listed();
    if (faults.take(FaultKind::rate_limited, subject)) throw rate_limit();
    if (faults.take(FaultKind::missing, subject)) throw unknown_resource("Object", "asked for");
    if (faults.take(FaultKind::server_error, subject)) return broken_html();
    if (!faults.take(FaultKind::server_error_kept, subject)) return {};
    if (!key_of(request).empty()) idempotency::check(world, key_of(request));
    keep(world, request, broken_html());
    return broken_html();
}

void lie(Answer& answer)
{
    auto body = nlohmann::json::parse(answer.body, nullptr, false);
    if (!body.is_object() || !body.contains("DebitedFunds")) return;
    auto& amount = body["DebitedFunds"]["Amount"];
    amount = amount.get<std::int64_t>() + 1;
    answer.body = body.dump();
}

/// The operation's answer, kept under the Idempotency-Key if there is one.
Answer executed(World& world, const ApiRoute& route, const Request& request)
{
    if (!key_of(request).empty()) idempotency::check(world, key_of(request));
    Answer answer;
    try {
        answer = route.operation(world, call_of(request));
    } catch (const Rejected& rejected) {
        if (!rejected.keeps_changes()) world.state.roll_back();
        answer = rejected.answer(world.seconds());
    }
    keep(world, request, answer);
    return answer;
}

bool has_length(const Request& request)
{
    return (request.method != "POST" && request.method != "PUT") ||
           request.header("content-length") || request.header("transfer-encoding");
}

void serve(World& world, const ApiRoute& route, const Request& request, Outcome& outcome)
{
    auto& faults = world.faults;
    const auto subject = std::string(route.method) + " " + std::string(route.pattern);
    tokens::check(world, text(request.header("authorization")));
    if (auto failed = failed_before(world, subject, request)) {
        outcome.answer = std::move(*failed);
        return;
    }
    if (!has_length(request)) throw Rejected(411, "other", "Length Required");
    outcome.answer = executed(world, route, request);
    if (faults.take(FaultKind::server_error_after, subject)) outcome.answer = broken_html();
    if (faults.take(FaultKind::lie, subject)) lie(outcome.answer);
    if (const auto delay = faults.take(FaultKind::delay, subject)) outcome.delay = delay->delay;
    outcome.dropped = faults.take(FaultKind::drop, subject).has_value();
}

Response response_of(Outcome outcome)
{
    if (outcome.delay.count() > 0) std::this_thread::sleep_for(outcome.delay);
    if (outcome.dropped) return {0, {}, {}};
    Response response{outcome.answer.status, std::move(outcome.answer.headers),
                      std::move(outcome.answer.body)};
    if (!response.body.empty()) {
        response.headers.push_back({"content-type", outcome.answer.content_type});
    }
    for (auto& line : outcome.rates)
        response.headers.push_back(std::move(line));
    if (!outcome.date.empty()) response.headers.push_back({"date", std::move(outcome.date)});
    return response;
}

/// Runs `work` with the rate counted; turns what it rejects into an answer.
Response exchange(Client& client, bool limited, const std::function<void(World&, Outcome&)>& work)
{
    Outcome outcome;
    client.with([&](World& world) {
        const auto scale = world.settings.rate_limit_scale;
        outcome.date = http_date(world.seconds());
        try {
            const bool free = !limited || world.rates.count(world.now, scale);
            if (limited) outcome.rates = world.rates.headers(scale);
            if (!free) throw rate_limit();
            work(world, outcome);
        } catch (const Rejected& rejected) {
            if (!rejected.keeps_changes()) world.state.roll_back();
            outcome.answer = rejected.answer(world.seconds());
        }
    });
    return response_of(std::move(outcome));
}

Response unknown_client()
{
    Outcome outcome;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    outcome.answer = tokens::invalid_credentials().answer(
        std::chrono::duration_cast<std::chrono::seconds>(now).count());
    return response_of(std::move(outcome));
}

Response token(Clients& clients, const Request& request)
{
    const auto credentials = tokens::read_basic(text(request.header("authorization")));
    auto* client = clients.maybe_find(credentials.client_id);
    if (!client) {
        Outcome outcome;
        outcome.answer = answer({{"error", "invalid_client"}}, 401);
        return response_of(std::move(outcome));
    }
    return exchange(*client, true, [&](World& world, Outcome& outcome) {
        if (world.faults.take(FaultKind::server_error, "POST /oauth/token")) {
            outcome.answer = broken_html();
            return;
        }
        outcome.answer = tokens::issue(world, credentials);
    });
}

void add_api(std::vector<Route>& routes, Clients& clients)
{
    for (const auto prefix : prefixes) {
        const std::string base(prefix);
        routes.push_back({"POST", base + "/oauth/token",
                          [&clients](const Request& request) { return token(clients, request); },
                          Place::outbound, body_max});
        for (const auto& route : api_routes()) {
            routes.push_back(
                {std::string(route.method), base + "/:client" + std::string(route.pattern),
                 [&clients, &route](const Request& request) {
                     auto* client = clients.maybe_find(request.capture("client"));
                     if (!client) return unknown_client();
                     return exchange(*client, true, [&](World& world, Outcome& outcome) {
                         serve(world, route, request, outcome);
                     });
                 },
                 Place::outbound, body_max});
        }
    }
}

/// Routes beside the API: no token, no rate, no faults.
void add_beside(std::vector<Route>& routes, std::span<const ApiRoute> table,
                const std::string& base, const std::function<Client*(const Request&)>& client_of)
{
    for (const auto& route : table) {
        routes.push_back({std::string(route.method), base + std::string(route.pattern),
                          [client_of, &route](const Request& request) {
                              auto* client = client_of(request);
                              if (!client) return unknown_client();
                              return exchange(*client, false, [&](World& world, Outcome& outcome) {
                                  outcome.answer = route.operation(world, call_of(request));
                              });
                          },
                          Place::outbound, body_max});
    }
}

} // namespace

std::vector<Route> http_routes(Clients& clients)
{
    std::vector<Route> routes;
    add_api(routes, clients);
    add_beside(routes, page_routes(), "/pages/:client", [&clients](const Request& request) {
        return clients.maybe_find(request.capture("client"));
    });
    add_beside(routes, control_routes(), "/control", [&clients](const Request& request) {
        const auto named = request.parameter("client");
        return named ? clients.maybe_find(*named) : &clients.first();
    });
    return routes;
}

Response trouble(api::http::Trouble trouble, const Request*)
{
    using api::http::Trouble;
    const auto rejected = [&]() -> Rejected {
        switch (trouble) {
        case Trouble::malformed: return {400, "param_error", "The request is malformed"};
        case Trouble::not_found:
            return {404, "ressource_not_found", "The ressource does not exist"};
        case Trouble::method_not_allowed: return {405, "other", "Method not allowed"};
        case Trouble::too_slow: return {408, "other", "Request timeout"};
        case Trouble::too_large: return {413, "other", "Request entity too large"};
        case Trouble::headers_too_large: return {431, "other", "Request header fields too large"};
        case Trouble::failed: return {500, "other", "Internal Server Error"};
        case Trouble::too_many: return {429, "other", "Too many requests"};
        case Trouble::busy: return {503, "other", "Service unavailable"};
        }
        return {500, "other", "Internal Server Error"};
    }();
    Outcome outcome;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    outcome.answer = rejected.answer(std::chrono::duration_cast<std::chrono::seconds>(now).count());
    return response_of(std::move(outcome));
}

} // namespace mangopay_sandbox
