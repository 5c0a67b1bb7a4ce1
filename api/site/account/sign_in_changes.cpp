#include "api/site/account/sign_in_changes.hpp"

#include "api/pipeline/cookies.hpp"
#include "api/site/account/answers.hpp"
#include "api/site/account/proof_fields.hpp"
#include "api/site/account/sign_in_change_view.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"
#include "api/site/frame/submitted.hpp"

namespace api::site::account {

namespace {

frame::Form password_form(bool has_factor)
{
    frame::Form form{.action = frame::Href::to("/account/security/password"),
                     .button = {"account_security.change_password"}};
    form.fields = proof_fields(has_factor);
    form.fields.front().name = "current_password";
    form.fields.front().label = {"account_security.current_password"};
    form.fields.push_back({.name = "password",
                           .label = {"account_security.new_password"},
                           .kind = frame::Kind::password,
                           .mandatory = true,
                           .autocomplete = "new-password",
                           .hint = {"account_security.new_password_hint"}});
    return form;
}

Response password_page(App& app, const Request& request, const frame::Filled& filled)
{
    const auto form = password_form(has_second_factor(app, request));
    const SignInChangeView view{.title = {"account_security.change_password"},
                                .intro = {"account_security.sessions_end"},
                                .form = frame::drawn(app, request, form, filled)};
    return frame::page(app, request, frame::headed({.title = view.title}, filled), view);
}

Response show_password(App& app, const Request& request)
{
    return password_page(app, request, {});
}

Response save_password(App& app, const Request& request)
{
    return frame::performed(
        app, request, password_form(true), "change_password",
        {.done =
             [&](const Response&) {
                 auto gone = frame::see_other(
                     request, frame::Href::to("/account/ended").with("after", "password"));
                 gone.headers.push_back(cookie_without(app));
                 return gone;
             },
         .again =
             [&](const frame::Filled& filled) { return password_page(app, request, filled); }});
}

frame::Form email_form(bool has_factor)
{
    frame::Form form{.action = frame::Href::to("/account/security/email"),
                     .button = {"account_security.change_email"},
                     .fields = {{.name = "email",
                                 .label = {"account_security.new_email"},
                                 .kind = frame::Kind::email,
                                 .mandatory = true,
                                 .autocomplete = "email",
                                 .hint = {"account_security.email_hint"}}}};
    for (auto& field : proof_fields(has_factor))
        form.fields.push_back(std::move(field));
    return form;
}

Response email_page(App& app, const Request& request, const frame::Filled& filled)
{
    const auto email = text_at(frame::read(app, request, "read_me"), "email");
    const auto form = email_form(has_second_factor(app, request));
    const SignInChangeView view{.title = {"account_security.change_email"},
                                .intro = {"account_security.email_now", {{"email", email}}},
                                .form = frame::drawn(app, request, form, filled)};
    return frame::page(app, request, frame::headed({.title = view.title}, filled), view);
}

Response show_email(App& app, const Request& request)
{
    return email_page(app, request, {});
}

Response ask_for_email(App& app, const Request& request)
{
    return frame::performed(
        app, request, email_form(true), "request_email_change",
        {.done =
             [&](const Response&) {
                 return frame::see_other(
                     request, frame::Href::to("/account/security").with("done", "email"));
             },
         .again = [&](const frame::Filled& filled) { return email_page(app, request, filled); }});
}

} // namespace

std::vector<frame::PageRoute> sign_in_change_pages()
{
    return {{"GET", "/account/security/password", "change_password_page", Who::signed_in,
             show_password},
            {.method = "POST",
             .pattern = "/account/security/password",
             .operation = "change_password_form",
             .who = Who::signed_in,
             .handler = save_password,
             .place = http::Place::passwords,
             .performs = "change_password"},
            {"GET", "/account/security/email", "change_email_page", Who::signed_in, show_email},
            {.method = "POST",
             .pattern = "/account/security/email",
             .operation = "change_email_form",
             .who = Who::signed_in,
             .handler = ask_for_email,
             .place = http::Place::passwords,
             .performs = "request_email_change"}};
}

} // namespace api::site::account
