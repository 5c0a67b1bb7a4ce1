#include "api/people/plain_page.hpp"
#include "api/site/access/access.hpp"
#include "api/site/access/asking.hpp"
#include "api/site/access/dead_link.hpp"
#include "api/site/access/telling.hpp"
#include "api/site/frame/page_route.hpp"
#include "api/site/frame/submitted.hpp"

namespace api::site::access {

namespace {

using frame::Href;
using frame::Kind;

Asking address_wanted()
{
    return {.title = {"access.reset_title"},
            .paragraphs = {{{"access.reset_intro"}}},
            .form = {.action = Href::to("/password-reset"),
                     .button = {"access.reset_button"},
                     .fields = {{.name = "email",
                                 .label = {"access.email"},
                                 .kind = Kind::email,
                                 .mandatory = true,
                                 .autocomplete = "username",
                                 .hint = {"access.email_hint"}}}},
            .ways = {{Href::to("/sign-in"), {"access.to_sign_in"}}}};
}

Asking password_wanted()
{
    return {.title = {"access.set_title"},
            .paragraphs = {{{"access.set_intro"}}},
            .form = {.action = Href::to("/password-reset/new"),
                     .button = {"access.set_button"},
                     .fields = {{.name = "token", .label = {}, .kind = Kind::hidden},
                                {.name = "password",
                                 .label = {"access.new_password"},
                                 .kind = Kind::password,
                                 .mandatory = true,
                                 .autocomplete = "new-password",
                                 .hint = {"access.password_hint"}}}}};
}

/// With the token of a mail the second step, else the first. Changes nothing.
Response show_reset(App& app, const Request& request)
{
    const auto token = query_text(request, "token");
    if (token.empty()) return asked(app, request, address_wanted(), {});
    if (!people::is_link_token(token))
        return dead_link(app, request, DeadLink::reset, status(domain::Refusal::not_found));
    return asked(app, request, password_wanted(), {.values = {{"token", token}}});
}

/// The same answer whether or not the address is known.
Response request_link(App& app, const Request& request)
{
    return frame::performed(app, request, address_wanted().form, "request_password_reset",
                            {.done =
                                 [&](const Response&) {
                                     return frame::see_other(request,
                                                             Href::to("/password-reset/sent"));
                                 },
                             .again =
                                 [&](const frame::Filled& filled) {
                                     return asked(app, request, address_wanted(), filled);
                                 }});
}

Response link_sent(App& app, const Request& request)
{
    return told(app, request,
                {.title = {"access.reset_sent_title"},
                 .paragraphs = {{{"access.reset_sent"}}, {{"access.reset_sent_help"}}},
                 .ways = {{Href::to("/password-reset"), {"access.reset_again"}},
                          {Href::to("/sign-in"), {"access.to_sign_in"}}}});
}

Response set_password(App& app, const Request& request)
{
    return frame::performed(app, request, password_wanted().form, "set_password",
                            {.done =
                                 [&](const Response&) {
                                     return frame::see_other(
                                         request, Href::to("/sign-in").with("told", "password"));
                                 },
                             .again =
                                 [&](const frame::Filled& filled) {
                                     if (is_of_dead_link(filled))
                                         return dead_link(app, request, DeadLink::reset, filled);
                                     return asked(app, request, password_wanted(), filled);
                                 }});
}

} // namespace

std::vector<Route> password_reset_routes()
{
    return frame::routes_of({
        {"GET", "/password-reset", "password_reset_page", Who::anyone, show_reset},
        {"POST", "/password-reset", "password_reset_form", Who::anyone, request_link,
         http::Place::http_thread, false, "request_password_reset"},
        {"GET", "/password-reset/sent", "password_reset_sent_page", Who::anyone, link_sent},
        {"GET", "/password-reset/new", "new_password_page", Who::anyone, show_reset},
        {"POST", "/password-reset/new", "new_password_form", Who::anyone, set_password,
         http::Place::passwords, false, "set_password"},
    });
}

} // namespace api::site::access
