#include <atomic>
#include <chrono>

#include "api/authentication.hpp"
#include "api/json_body.hpp"
#include "api/problem.hpp"
#include "api/route.hpp"
#include "domain/core/crypto.hpp"
#include "domain/core/log.hpp"

namespace api {

using namespace domain;

namespace {

Refused not_signed_in()
{
    return {Refusal::not_signed_in, {"Connectez-vous d'abord.", "Sign in first."}};
}

Refused second_factor_needed()
{
    return {Refusal::second_factor_needed,
            {"Ce compte demande un code à usage unique (TOTP) : reconnectez-vous avec.",
             "This account needs a one-time code (TOTP): sign in again with one."}};
}

/// Whether this kind of actor may call routes of `who`. Others are told that there is nothing.
bool is_admitted(const Actor& actor, Who who)
{
    switch (who) {
    case Who::anyone:
    case Who::hook: return true;
    case Who::signed_in: return actor.kind != ActorKind::archive_key;
    case Who::member: return actor.kind == ActorKind::member;
    case Who::client: return actor.kind == ActorKind::member && actor.is_client;
    case Who::provider: return actor.kind == ActorKind::member && actor.is_provider;
    case Who::staff: return actor.kind == ActorKind::staff;
    case Who::privacy_officer: return actor.kind == ActorKind::privacy_officer;
    case Who::archive_reader:
        return actor.kind == ActorKind::accountant || actor.kind == ActorKind::archive_key;
    }
    return false;
}

bool needs_second_factor(Who who)
{
    return who == Who::staff || who == Who::privacy_officer || who == Who::archive_reader;
}

void admit(const std::optional<Actor>& actor, Who who)
{
    if (who == Who::anyone || who == Who::hook) return;
    if (!actor) throw not_signed_in();
    if (!is_admitted(*actor, who)) throw not_found();
    const bool is_person = actor->kind != ActorKind::archive_key;
    if (needs_second_factor(who) && is_person && !actor->second_factor)
        throw second_factor_needed();
    const bool needs_email = who == Who::member || who == Who::client || who == Who::provider;
    if (needs_email && !actor->email_verified) {
        throw Refused(Refusal::forbidden,
                      {"Confirmez d'abord votre adresse : un lien vous a été envoyé par e-mail.",
                       "Confirm your address first: a link was sent to you by e-mail."});
    }
}

void check_media_type(const Route& route, const http::Request& request)
{
    if (!route.json || request.body.empty()) return;
    const auto type = request.header("content-type").value_or("");
    if (type.starts_with("application/json") || type.starts_with("application/merge-patch+json")) {
        return;
    }
    throw Refused(Refusal::unsupported_media, {"Envoyez Content-Type: application/json.",
                                               "Send Content-Type: application/json."});
}

/// 16 hexadecimal digits: counted from a random start, so that two processes do not meet.
std::string fresh_request_id()
{
    static std::atomic<std::uint64_t> next = [] {
        std::uint64_t start = 0;
        for (const char c : random_bytes(sizeof start))
            start = start << 8 | static_cast<unsigned char>(c);
        return start;
    }();
    auto number = next.fetch_add(1, std::memory_order_relaxed);
    std::string bytes(sizeof number, '\0');
    for (auto at = bytes.rbegin(); at != bytes.rend(); ++at, number >>= 8)
        *at = static_cast<char>(number & 0xFF);
    return to_hex(bytes);
}

http::Response written(Response response)
{
    http::Response out{response.status, std::move(response.headers)};
    bool has_cache_rule = false;
    for (const auto& header : out.headers)
        has_cache_rule |= header.name == "cache-control";
    if (!has_cache_rule) out.headers.push_back({"cache-control", "no-store"});
    out.headers.push_back({"x-content-type-options", "nosniff"});
    if (!response.media_type.empty()) {
        out.headers.push_back({"content-type", response.media_type});
        out.body = std::move(response.bytes);
        out.stream = std::move(response.stream);
    } else if (!response.body.is_null()) {
        out.headers.push_back({"content-type", "application/json"});
        out.body = response.body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }
    return out;
}

http::Response carried_out(App& app, const Route& route, const http::Request& raw,
                           const std::string& id)
{
    auto language = language_of(raw);
    try {
        auto actor = authenticated(app, raw);
        if (actor && !raw.header("accept-language")) language = actor->language;
        admit(actor, route.who);
        check_media_type(route, raw);
        auto body = route.json ? parsed_body(raw.body) : nlohmann::json::object();
        return written(route.handler(app, {raw, std::move(body), std::move(actor), language, id}));
    } catch (...) {
        return failure(std::current_exception(), language, id);
    }
}

} // namespace

std::string_view name(Who who)
{
    switch (who) {
    case Who::anyone: return "anyone";
    case Who::signed_in: return "signed_in";
    case Who::member: return "member";
    case Who::client: return "client";
    case Who::provider: return "provider";
    case Who::staff: return "staff";
    case Who::privacy_officer: return "privacy_officer";
    case Who::archive_reader: return "archive_reader";
    case Who::hook: return "hook";
    }
    return "nobody";
}

http::Response answer(App& app, const Route& route, const http::Request& request)
{
    const auto started = std::chrono::steady_clock::now();
    const auto id = fresh_request_id();
    auto response = carried_out(app, route, request, id);
    response.headers.push_back({"x-request-id", id});
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - started);
    app.metrics.answered(route.operation, response.status, took);
    if (app.log_requests) {
        log(Level::info, "answered",
            {{"request_id", id},
             {"operation", std::string(route.operation)},
             {"status", std::to_string(response.status)},
             {"us", std::to_string(took.count())}});
    }
    return response;
}

std::vector<http::Route> bound_routes(App& app)
{
    std::vector<http::Route> bound;
    for (const auto& route : routes()) {
        bound.push_back(
            {std::string(route.method), std::string(route.pattern),
             [&app, &route](const http::Request& request) { return answer(app, route, request); },
             route.place, route.body_max});
    }
    return bound;
}

} // namespace api
