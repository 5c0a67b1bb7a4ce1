#include "api/site/access/access.hpp"
#include "api/site/access/sign_up_choice.hpp"
#include "api/site/access/sign_up_form.hpp"
#include "api/site/access/telling.hpp"
#include "api/site/frame/form_view.hpp"
#include "api/site/frame/page_route.hpp"
#include "api/site/frame/submitted.hpp"

namespace api::site::access {

namespace {

using frame::Href;

struct SignUp {
    static constexpr std::string_view html = "access/sign_up.html";

    frame::Sentence title{};
    frame::FormView form{};

    void shown(frame::Dictionary& into) const
    {
        into.sentence("TITLE", title);
        into.link("TERMS", Href::to("/terms/:kind", {{"kind", "terms"}}));
        into.part("FORM", form);
    }
};

Response form_page(App& app, const Request& request, const Newcomer& newcomer, frame::Filled filled)
{
    filled.values["roles"] = newcomer.role_word();
    filled.values["legal_kind"] = newcomer.kind_word();
    const auto form = sign_up_form(app, newcomer, request.language);
    const SignUp view{{std::string(newcomer.title)}, frame::drawn(app, request, form, filled)};
    return frame::page(app, request, frame::headed({.title = view.title}, filled), view);
}

std::string value_in(const frame::Values& values, std::string_view name)
{
    const auto found = values.find(name);
    return found == values.end() ? std::string() : found->second;
}

/// What was typed comes back even where the operation is given one of two fields only.
frame::Filled with_everything(frame::Filled filled, const frame::Form& form,
                              const frame::Values& posted)
{
    for (const auto& field : form.fields) {
        if (field.kind == frame::Kind::password) continue;
        filled.values[field.name] = value_in(posted, field.name);
    }
    return filled;
}

/// 303 to the same page whether or not the address was known.
Response sign_up(App& app, const Request& request)
{
    const auto posted = frame::posted(request);
    const auto* newcomer = find_newcomer(value_in(posted, "roles"), value_in(posted, "legal_kind"));
    if (newcomer == nullptr) return frame::see_other(request, Href::to("/sign-up"));
    const auto form = sign_up_form(app, *newcomer, request.language);
    return frame::performed(
        app, request, sign_up_operation(form, posted), "sign_up",
        {.done =
             [&](const Response&) { return frame::see_other(request, Href::to("/sign-up/sent")); },
         .again =
             [&](const frame::Filled& filled) {
                 return form_page(app, request, *newcomer, with_everything(filled, form, posted));
             }});
}

Response mail_sent(App& app, const Request& request)
{
    return told(app, request,
                {.title = {"access_sign_up.sent_title"},
                 .paragraphs = {{{"access_sign_up.sent"}}, {{"access_sign_up.sent_help"}}},
                 .ways = {{Href::to("/"), {"access.to_home"}},
                          {Href::to("/sign-in"), {"access.to_sign_in"}}}});
}

Response sign_up_page(App& app, const Request& request)
{
    const auto* newcomer = find_newcomer(query_text(request, "role"), query_text(request, "kind"));
    if (newcomer == nullptr) return sign_up_choice(app, request);
    return form_page(app, request, *newcomer, {});
}

} // namespace

std::vector<Route> sign_up_routes()
{
    return frame::routes_of({
        {"GET", "/sign-up", "sign_up_page", Who::anyone, sign_up_page},
        {"POST", "/sign-up", "sign_up_form", Who::anyone, sign_up, http::Place::passwords, false,
         "sign_up"},
        {"GET", "/sign-up/sent", "sign_up_sent_page", Who::anyone, mail_sent},
    });
}

} // namespace api::site::access
