#include <chrono>

#include "api/json/json_body.hpp"
#include "api/pipeline/admission.hpp"
#include "api/pipeline/authentication.hpp"
#include "api/pipeline/entity_tags.hpp"
#include "api/pipeline/media.hpp"
#include "api/pipeline/one_trip.hpp"
#include "api/pipeline/own_form.hpp"
#include "api/pipeline/problem.hpp"
#include "api/pipeline/protection.hpp"
#include "api/pipeline/query.hpp"
#include "api/pipeline/request_id.hpp"
#include "api/pipeline/route.hpp"
#include "api/pipeline/security_watch.hpp"
#include "domain/core/log.hpp"

namespace api {

using namespace domain;

namespace {

http::Response written(Response response)
{
    http::Response out{response.status, std::move(response.headers)};
    bool has_cache_rule = false;
    for (const auto& header : out.headers)
        has_cache_rule |= header.name == "cache-control";
    if (!has_cache_rule) out.headers.push_back({"cache-control", "no-store"});
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

/// Who is asking, as far as it could be established: what was presented may prove nobody.
std::optional<Actor> established(App& app, const Route& route, const Request& request)
{
    if (!route.uses_session) return {};
    auto actor = authenticated(app, request.raw, route.dress);
    if (!actor && presented(app, request.raw)) note_unknown_session(app, route.operation, request);
    return actor;
}

/// What nobody is signed in for stands on where it comes from. A program that names its session
/// itself is no browser that another site sends.
void require_own(const App& app, const Route& route, const Request& request)
{
    const bool is_form = route.dress == Dress::page && !is_safe(request.raw.method);
    if (is_form && !request.actor && !request.raw.header("authorization"))
        require_own_form(app, request.raw, "");
}

http::Response refused(App& app, const Route& route, const Request& request)
{
    auto told = failure(std::current_exception(), request.language, request.id);
    if (route.dress == Dress::problem) return told;
    return dressed_as_page(app, request, std::move(told));
}

http::Response carried_out(App& app, const Route& route, const http::Request& raw,
                           const std::string& id)
{
    Request request{
        raw, nlohmann::json::object(), {}, route.language.value_or(language_of(raw)), id};
    try {
        if (auto answer = answer_in_one_trip(app, route, request))
            return conditional(raw, written(*std::move(answer)));
        request.actor = established(app, route, request);
        if (request.actor && !route.language && !raw.header("accept-language"))
            request.language = request.actor->language;
        require_own(app, route, request);
        admit(request.actor, route.who);
        require_query(app, route, raw);
        require_media(route.takes, raw);
        if (route.takes == Takes::json) request.body = parsed_body(raw.body);
        auto response = handled(app, route, request);
        note_success(app, route.operation, request, response);
        return conditional(raw, written(std::move(response)));
    } catch (const Refused& refusal) {
        note_refusal(app, route.operation, request, refusal);
        return refused(app, route, request);
    } catch (...) {
        return refused(app, route, request);
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

Response handled(App& app, const Route& route, const Request& request)
{
    if (const auto* handler = std::get_if<Handler>(&route.handler)) return (*handler)(app, request);
    return app.db.read([&](Transaction& tx) {
        return std::get<Listing>(route.handler)(tx, actor_of(request).account, request);
    });
}

Route sensitive(access::SensitiveChange change, Route route)
{
    route.sensitive = change;
    if (route.place == http::Place::http_thread) route.place = http::Place::passwords;
    return route;
}

http::Response answer(App& app, const Route& route, const http::Request& request)
{
    const auto started = std::chrono::steady_clock::now();
    const auto id = fresh_request_id();
    auto response = carried_out(app, route, request, id);
    response.headers.push_back({"x-request-id", id});
    protect(response);
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
