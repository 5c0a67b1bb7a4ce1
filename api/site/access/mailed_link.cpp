#include "api/people/plain_page.hpp"
#include "api/site/access/access.hpp"
#include "api/site/access/asking.hpp"
#include "api/site/access/dead_link.hpp"
#include "api/site/frame/page_route.hpp"
#include "api/site/frame/submitted.hpp"

namespace api::site::access {

namespace {

using frame::Href;
using frame::Kind;

/// What one of the two pages asks and does.
struct LinkPage {
    std::string_view path, operation; // of the API
    frame::Sentence title, intro, not_you, button;
    std::string_view told; // on the page that follows, to sign in
    DeadLink dead;
};

const LinkPage& verification()
{
    static const LinkPage page = {"/email-verification",
                                  "verify_email",
                                  {"access.verify_title"},
                                  {"access.verify_intro"},
                                  {"access.verify_not_you"},
                                  {"access.verify_button"},
                                  "verified",
                                  DeadLink::verification};
    return page;
}

const LinkPage& change()
{
    static const LinkPage page = {"/email-change",
                                  "complete_email_change",
                                  {"access.change_title"},
                                  {"access.change_intro"},
                                  {"access.change_not_you"},
                                  {"access.change_button"},
                                  "changed",
                                  DeadLink::change};
    return page;
}

frame::Form form_of(const LinkPage& page)
{
    return {.action = Href::to(page.path),
            .button = page.button,
            .fields = {{.name = "token", .label = {}, .kind = Kind::hidden},
                       {.name = "password",
                        .label = {"access.password"},
                        .kind = Kind::password,
                        .mandatory = true,
                        .autocomplete = "current-password"}}};
}

Response ask(App& app, const Request& request, const LinkPage& page, const frame::Filled& filled)
{
    return asked(
        app, request,
        {.title = page.title, .paragraphs = {{page.intro}, {page.not_you}}, .form = form_of(page)},
        filled);
}

/// Only asks: mail programs and virus scanners follow links by themselves.
Response show(App& app, const Request& request, const LinkPage& page)
{
    const auto token = query_text(request, "token");
    if (!people::is_link_token(token))
        return dead_link(app, request, page.dead, status(domain::Refusal::not_found));
    return ask(app, request, page, {.values = {{"token", token}}});
}

Response carry_out(App& app, const Request& request, const LinkPage& page)
{
    return frame::performed(app, request, form_of(page), page.operation,
                            {.done =
                                 [&](const Response&) {
                                     return frame::see_other(
                                         request, Href::to("/sign-in").with("told", page.told));
                                 },
                             .again =
                                 [&](const frame::Filled& filled) {
                                     if (is_of_dead_link(filled))
                                         return dead_link(app, request, page.dead, filled);
                                     return ask(app, request, page, filled);
                                 }});
}

} // namespace

std::vector<Route> mailed_link_routes()
{
    const auto passwords = http::Place::passwords;
    return frame::routes_of({
        {"GET", verification().path, "email_verification_page", Who::anyone,
         [](App& app, const Request& request) { return show(app, request, verification()); }},
        {"POST", verification().path, "email_verification_form", Who::anyone,
         [](App& app, const Request& request) { return carry_out(app, request, verification()); },
         passwords, false, verification().operation},
        {"GET", change().path, "email_change_page", Who::anyone,
         [](App& app, const Request& request) { return show(app, request, change()); }},
        {"POST", change().path, "email_change_form", Who::anyone,
         [](App& app, const Request& request) { return carry_out(app, request, change()); },
         passwords, false, change().operation},
    });
}

} // namespace api::site::access
