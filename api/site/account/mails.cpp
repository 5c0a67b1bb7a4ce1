#include "api/site/account/mails.hpp"

#include "api/site/account/surroundings.hpp"
#include "api/site/frame/form_view.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"
#include "api/site/frame/submitted.hpp"

namespace api::site::account {

namespace {

struct MailsView {
    static constexpr std::string_view html = "account/mails.html";

    std::optional<ToldView> told{};
    frame::FormView form{};
    bool is_member = false;

    void shown(frame::Dictionary& into) const
    {
        into.part("TRAIL", TrailView{{"account_mails.title"}});
        into.maybe_part("TOLD", told);
        into.part("FORM", form);
        into.when("MEMBER", is_member);
    }
};

frame::Field mail_kind(const std::string& kind)
{
    return {.name = kind,
            .label = {"account_mails." + kind},
            .kind = frame::Kind::flag,
            .hint = {"account_mails." + kind + "_hint"}};
}

frame::Form preferences_form()
{
    frame::Form form{.action = frame::Href::to("/account/mails"), .button = {"account.save"}};
    for (const auto* kind : {"message", "quote", "payment", "review"})
        form.fields.push_back(mail_kind(kind));
    form.fields.front().group = {"account_mails.kinds"};
    return form;
}

Response mails_page(App& app, const Request& request, const frame::Filled& filled)
{
    const MailsView view{.told = told(request, {{"saved", "account_mails.saved"}}),
                         .form = frame::drawn(app, request, preferences_form(), filled),
                         .is_member = actor_of(request).kind == ActorKind::member};
    return frame::page(app, request, frame::headed({.title = {"account_mails.title"}}, filled),
                       view);
}

Response show_mails(App& app, const Request& request)
{
    const auto preferences = frame::read(app, request, "read_mail_preferences");
    return mails_page(app, request, {.values = frame::values_of(preferences_form(), preferences)});
}

Response save_mails(App& app, const Request& request)
{
    return frame::performed(
        app, request, preferences_form(), "write_mail_preferences",
        {.done =
             [&](const Response&) {
                 return frame::see_other(request,
                                         frame::Href::to("/account/mails").with("done", "saved"));
             },
         .again = [&](const frame::Filled& filled) { return mails_page(app, request, filled); }});
}

} // namespace

std::vector<frame::PageRoute> mails_pages()
{
    return {{"GET", "/account/mails", "account_mails_page", Who::signed_in, show_mails},
            {.method = "POST",
             .pattern = "/account/mails",
             .operation = "account_mails_form",
             .who = Who::signed_in,
             .handler = save_mails,
             .performs = "write_mail_preferences"}};
}

} // namespace api::site::account
