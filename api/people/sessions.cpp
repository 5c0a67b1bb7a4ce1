#include "api/people/sessions.hpp"

#include "api/json/reader.hpp"
#include "api/people/proof.hpp"
#include "api/people/secret_text.hpp"
#include "api/pipeline/cookies.hpp"
#include "api/pipeline/origin.hpp"
#include "domain/access/security_event.hpp"
#include "domain/access/sessions.hpp"
#include "domain/access/sign_in.hpp"

namespace api::people {

using namespace domain;
using nlohmann::json;

namespace {

Response open_session(App& app, const Request& request)
{
    Reader reader(request.body);
    const auto email = read_email(reader);
    const auto password = read_secret_text(reader, request.body, "password");
    const auto code = reader.maybe_text("code", {.least = 1, .most = 40});
    const auto channel = access::parse_channel(
        reader.maybe_choice("channel", {"bearer", "cookie"}).value_or("bearer"));
    reader.finish();
    if (channel == access::Channel::cookie && !is_allowed_origin(app, request.raw)) {
        throw access::SecurityRefusal(
            access::SecurityEvent::origin_refused,
            {Refusal::forbidden,
             {"Ce site n'est pas autorisé à ouvrir une session par cookie.",
              "This site is not allowed to open a session by cookie."}});
    }
    const auto opened = access::sign_in(
        app.db, {*email, password, code.value_or(""), *channel, app.budgets.sessions},
        origin_of(request.raw));
    return session_answer(app, opened);
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

Response signed_out(const App& app)
{
    auto response = no_content();
    response.headers.push_back(cookie_without(app));
    return response;
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

} // namespace

Response session_answer(const App& app, const access::OpenedSession& session)
{
    json body = {{"id", session.id.text()},
                 {"channel", access::name(session.channel)},
                 {"second_factor", session.second_factor},
                 {"expires_at", to_text(session.expires_at)}};
    const bool is_bearer = session.channel == access::Channel::bearer;
    body[is_bearer ? "token" : "csrf_token"] = is_bearer ? session.token : session.csrf_token;
    auto response = created(std::move(body), "/v1/sessions/current");
    response.subject = session.account;
    if (!is_bearer) response.headers.push_back(cookie_with(app, session));
    return response;
}

std::vector<Route> session_routes()
{
    return {
        {"POST", "/v1/sessions", "open_session", Who::anyone, open_session, false,
         http::Place::passwords},
        {"GET", "/v1/sessions", "list_sessions", Who::signed_in, list_sessions},
        {"DELETE", "/v1/sessions/current", "end_session", Who::signed_in, end_session},
        {"DELETE", "/v1/sessions/:id", "end_one_session", Who::signed_in, end_one_session},
        {"DELETE", "/v1/sessions", "end_all_sessions", Who::signed_in, end_all_sessions},
    };
}

} // namespace api::people
