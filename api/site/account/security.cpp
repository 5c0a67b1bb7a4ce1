#include "api/site/account/security.hpp"

#include "api/site/account/answers.hpp"
#include "api/site/account/surroundings.hpp"
#include "api/site/frame/form_view.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"
#include "api/site/frame/submitted.hpp"
#include "domain/accounts/user_agent.hpp"

namespace api::site::account {

using namespace domain;
using nlohmann::json;

namespace {

struct SessionView {
    Say device{};
    bool is_program = false, is_this_one = false;
    Instant created_at{}, seen_at{};
    std::optional<frame::FormView> end{}; // this one ends by signing out

    void shown(frame::Dictionary& into) const
    {
        into.say("DEVICE", device);
        into.when("PROGRAM", is_program);
        into.when("HERE", is_this_one);
        into.moment("CREATED", created_at);
        into.moment("SEEN", seen_at);
        into.maybe_part("END", end);
    }
};

struct SecurityView {
    static constexpr std::string_view html = "account/security.html";

    std::optional<ToldView> told{};
    std::string email{};
    bool has_factor = false;
    std::vector<SessionView> sessions{};
    frame::FormView end_all{};

    void shown(frame::Dictionary& into) const
    {
        into.part("TRAIL", TrailView{{"account_security.title"}});
        into.maybe_part("TOLD", told);
        into.text("EMAIL", email);
        into.when("FACTOR", has_factor);
        into.when("NO_FACTOR", !has_factor);
        into.each("SESSIONS", sessions);
        into.part("END_ALL", end_all);
    }
};

frame::Form ending_form(const json& session)
{
    const auto id = text_at(session, "id");
    return {.action = frame::Href::to("/account/security/sessions/:id/end", {{"id", id}}),
            .button = {"account_security.end"}};
}

frame::Form ending_all_form()
{
    return {.action = frame::Href::to("/account/security/sessions/end"),
            .button = {"account_security.end_all"},
            .is_dangerous = true,
            .note = {"account_security.end_all_hint"}};
}

SessionView session_view(App& app, const Request& request, const json& session)
{
    SessionView view{.device = accounts::in_words(text_at(session, "user_agent")),
                     .is_program = text_at(session, "channel") == "bearer",
                     .is_this_one = session.at("current").get<bool>(),
                     .created_at = moment_of(session.at("created_at")),
                     .seen_at = moment_of(session.at("last_seen_at")),
                     .end = {}};
    if (!view.is_this_one) view.end = frame::drawn(app, request, ending_form(session), {});
    return view;
}

Response show_security(App& app, const Request& request)
{
    SecurityView view{
        .told = told(request, {{"ended", "account_security.session_ended"},
                               {"email", "account_security.email_asked"}}),
        .email = text_at(frame::read(app, request, "read_me"), "email"),
        .has_factor = frame::read(app, request, "read_second_factor").at("in_force").get<bool>(),
        .sessions = {},
        .end_all = frame::drawn(app, request, ending_all_form(), {})};
    const auto listed = frame::read(app, request, "list_sessions");
    for (const auto& session : listed.at("items"))
        view.sessions.push_back(session_view(app, request, session));
    return frame::page(app, request, {.title = {"account_security.title"}}, view);
}

frame::Href security_page()
{
    return frame::Href::to("/account/security");
}

/// Where a form that was sent after its session had ended leads once signed in again.
Response back_to_security(App&, const Request& request)
{
    return frame::see_other(request, security_page());
}

Response end_session_form(App& app, const Request& request)
{
    return frame::performed(
        app, request, frame::Form{}, "end_one_session",
        {.done =
             [&](const Response&) {
                 return frame::see_other(request, security_page().with("done", "ended"));
             },
         .again =
             [&](const frame::Filled&) { return frame::see_other(request, security_page()); }});
}

Response end_all_form(App& app, const Request& request)
{
    return frame::performed(
        app, request, ending_all_form(), "end_all_sessions",
        {.done =
             [&](const Response&) {
                 return frame::see_other(
                     request, frame::Href::to("/account/ended").with("after", "sessions"));
             },
         .again =
             [&](const frame::Filled&) { return frame::see_other(request, security_page()); }});
}

} // namespace

std::vector<frame::PageRoute> security_pages()
{
    return {{"GET", "/account/security", "account_security_page", Who::signed_in, show_security},
            {"GET", "/account/security/sessions/:id/end", "end_one_session_page", Who::signed_in,
             back_to_security},
            {"GET", "/account/security/sessions/end", "end_all_sessions_page", Who::signed_in,
             back_to_security},
            {.method = "POST",
             .pattern = "/account/security/sessions/:id/end",
             .operation = "end_one_session_form",
             .who = Who::signed_in,
             .handler = end_session_form,
             .performs = "end_one_session"},
            {.method = "POST",
             .pattern = "/account/security/sessions/end",
             .operation = "end_all_sessions_form",
             .who = Who::signed_in,
             .handler = end_all_form,
             .performs = "end_all_sessions"}};
}

} // namespace api::site::account
