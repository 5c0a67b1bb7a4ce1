#include "api/pipeline/cookies.hpp"
#include "api/site/access/access.hpp"
#include "api/site/access/asking.hpp"
#include "api/site/frame/page_route.hpp"
#include "api/site/frame/submitted.hpp"

namespace api::site::access {

namespace {

using frame::Href;

Asking leaving()
{
    return {.title = {"access.sign_out_title"},
            .paragraphs = {{{"access.sign_out_intro"}}},
            .form = {.action = Href::to("/sign-out"), .button = {"access.sign_out_button"}}};
}

Response ask_to_leave(App& app, const Request& request)
{
    if (!request.actor) return frame::see_other(request, Href::to("/sign-in"));
    return asked(app, request, leaving(), {});
}

Response left(const App& app, const Request& request)
{
    auto next = frame::see_other(request, Href::to("/sign-in").with("told", "signed_out"));
    next.headers.push_back(cookie_without(app));
    return next;
}

/// Whoever is signed out already, by time or elsewhere, has what it wants.
Response leave(App& app, const Request& request)
{
    if (!request.actor) return left(app, request);
    return frame::performed(
        app, request, leaving().form, "end_session",
        {.done = [&](const Response&) { return left(app, request); },
         .again =
             [&](const frame::Filled& filled) { return asked(app, request, leaving(), filled); }});
}

} // namespace

std::vector<Route> sign_out_routes()
{
    return frame::routes_of({
        {"GET", "/sign-out", "sign_out_page", Who::anyone, ask_to_leave},
        {"POST", "/sign-out", "sign_out_form", Who::anyone, leave, http::Place::http_thread, true,
         "end_session"},
    });
}

} // namespace api::site::access
