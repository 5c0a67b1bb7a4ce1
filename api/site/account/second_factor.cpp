#include "api/site/account/second_factor.hpp"

#include "api/pipeline/cookies.hpp"
#include "api/site/account/answers.hpp"
#include "api/site/account/factor_confirmation.hpp"
#include "api/site/account/proof_fields.hpp"
#include "api/site/account/sign_in_change_view.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"
#include "api/site/frame/submitted.hpp"

namespace api::site::account {

namespace {

frame::Form setting_form()
{
    return {.action = frame::Href::to("/account/security/second-factor"),
            .button = {"account_security.set_factor"},
            .fields = proof_fields(false)};
}

frame::Form removing_form()
{
    return {.action = frame::Href::to("/account/security/second-factor/removal"),
            .button = {"account_security.remove_factor"},
            .fields = proof_fields(true),
            .is_dangerous = true,
            .note = {"account_security.sessions_end"}};
}

Response factor_page(App& app, const Request& request, const frame::Filled& filled)
{
    const bool has_factor = has_second_factor(app, request);
    const SignInChangeView view{
        .title = {has_factor ? "account_security.remove_factor" : "account_security.set_factor"},
        .intro = {has_factor ? "account_security.factor_on" : "account_security.factor_off"},
        .form = frame::drawn(app, request, has_factor ? removing_form() : setting_form(), filled)};
    return frame::page(app, request, frame::headed({.title = view.title}, filled), view);
}

Response show_factor(App& app, const Request& request)
{
    return factor_page(app, request, {});
}

Response set_factor(App& app, const Request& request)
{
    return frame::performed(
        app, request, setting_form(), "start_second_factor",
        {.done = [&](const Response& begun) { return secret_page(app, request, begun); },
         .again = [&](const frame::Filled& filled) { return factor_page(app, request, filled); }});
}

Response remove_factor(App& app, const Request& request)
{
    return frame::performed(
        app, request, removing_form(), "remove_second_factor",
        {.done =
             [&](const Response&) {
                 auto gone = frame::see_other(
                     request, frame::Href::to("/account/ended").with("after", "factor"));
                 gone.headers.push_back(cookie_without(app));
                 return gone;
             },
         .again = [&](const frame::Filled& filled) { return factor_page(app, request, filled); }});
}

} // namespace

std::vector<frame::PageRoute> second_factor_pages()
{
    return {{"GET", "/account/security/second-factor", "second_factor_page", Who::signed_in,
             show_factor},
            {"GET", "/account/security/second-factor/confirmation", "confirm_second_factor_page",
             Who::signed_in, show_confirmation},
            {"GET", "/account/security/second-factor/removal", "remove_second_factor_page",
             Who::signed_in, show_factor},
            {.method = "POST",
             .pattern = "/account/security/second-factor",
             .operation = "start_second_factor_form",
             .who = Who::signed_in,
             .handler = set_factor,
             .place = http::Place::passwords,
             .performs = "start_second_factor"},
            {.method = "POST",
             .pattern = "/account/security/second-factor/confirmation",
             .operation = "confirm_second_factor_form",
             .who = Who::signed_in,
             .handler = confirm_factor,
             .performs = "confirm_second_factor"},
            {.method = "POST",
             .pattern = "/account/security/second-factor/removal",
             .operation = "remove_second_factor_form",
             .who = Who::signed_in,
             .handler = remove_factor,
             .place = http::Place::passwords,
             .performs = "remove_second_factor"}};
}

} // namespace api::site::account
