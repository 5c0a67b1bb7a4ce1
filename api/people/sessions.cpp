#include "api/people/sessions.hpp"

#include <algorithm>

#include "api/people/sign_in.hpp"
#include "api/pipeline/authentication.hpp"
#include "api/pipeline/cookies.hpp"
#include "domain/access/security_event.hpp"
#include "domain/access/sessions.hpp"

namespace api::people {

using namespace domain;
using nlohmann::json;

namespace {

/// What a page of another site asks for, as browsers say since 2023; programs say nothing.
bool is_asked_across_sites(const Request& request)
{
    return request.raw.header("sec-fetch-site").value_or("same-origin") != "same-origin";
}

json view(const access::Session& session)
{
    return {{"id", session.id.text()},
            {"current", session.is_current},
            {"channel", access::name(session.channel)},
            {"second_factor", session.second_factor},
            {"user_agent", session.user_agent},
            {"created_at", to_text(session.created_at)},
            {"last_seen_at", to_text(session.last_seen_at)},
            {"expires_at", to_text(session.expires_at)}};
}

Response signed_out(const App& app)
{
    auto response = no_content();
    response.headers.push_back(cookie_without(app));
    return response;
}

} // namespace

Response show_session(App& app, const Request& request)
{
    const auto& actor = actor_of(request);
    const auto shown = presented(app, request.raw);
    const bool is_cookie = shown && shown->channel == access::Channel::cookie;
    if (is_cookie && is_asked_across_sites(request)) {
        throw access::SecurityRefusal(access::SecurityEvent::origin_refused,
                                      {Refusal::forbidden,
                                       {"Seule une page de ce site peut demander sa session.",
                                        "Only a page of this site may ask for its session."}});
    }
    return app.db.read_latest([&](Transaction& tx) {
        const auto all = access::sessions::all_of(tx, actor.account, actor.session);
        const auto current = std::ranges::find_if(all, &access::Session::is_current);
        if (current == all.end()) throw not_found();
        auto body = view(*current);
        if (is_cookie) body["csrf_token"] = access::sessions::csrf_token(app.vault, shown->token);
        return ok(std::move(body));
    });
}

Response list_sessions(App& app, const Request& request)
{
    const auto& actor = actor_of(request);
    return app.db.read([&](Transaction& tx) {
        json items = json::array();
        for (const auto& session : access::sessions::all_of(tx, actor.account, actor.session))
            items.push_back(view(session));
        return ok(page_view(std::move(items), {}));
    });
}

Response end_session(App& app, const Request& request)
{
    app.db.transaction(
        [&](Transaction& tx) { access::sessions::end(tx, actor_of(request).session); });
    return signed_out(app);
}

Response end_one_session(App& app, const Request& request)
{
    const auto id = path_id<SessionId>(request, ":id");
    app.db.transaction(
        [&](Transaction& tx) { access::sessions::end(tx, actor_of(request).account, id); });
    return no_content();
}

Response end_all_sessions(App& app, const Request& request)
{
    app.db.transaction(
        [&](Transaction& tx) { access::sessions::end_all(tx, actor_of(request).account); });
    return signed_out(app);
}

std::vector<Route> session_routes()
{
    return {
        {"POST", "/v1/sessions", "open_session", Who::anyone, open_session, false,
         http::Place::passwords},
        {"GET", "/v1/sessions", "list_sessions", Who::signed_in, list_sessions},
        {"GET", "/v1/sessions/current", "show_session", Who::signed_in, show_session},
        {"DELETE", "/v1/sessions/current", "end_session", Who::signed_in, end_session},
        {"DELETE", "/v1/sessions/:id", "end_one_session", Who::signed_in, end_one_session},
        {"DELETE", "/v1/sessions", "end_all_sessions", Who::signed_in, end_all_sessions},
    };
}

} // namespace api::people
