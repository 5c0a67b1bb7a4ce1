#include "api/site/account/closing.hpp"

#include "api/pipeline/cookies.hpp"
#include "api/site/account/answers.hpp"
#include "api/site/account/kept_words.hpp"
#include "api/site/account/proof_fields.hpp"
#include "api/site/account/surroundings.hpp"
#include "api/site/frame/form_view.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"
#include "api/site/frame/submitted.hpp"

namespace api::site::account {

using namespace domain;
using nlohmann::json;

namespace {

struct LastDayView {
    Day day{};
    void shown(frame::Dictionary& into) const { into.day("DAY", day); }
};

struct KeptView {
    frame::Sentence what{};
    std::optional<LastDayView> until{};
    std::string because{};

    void shown(frame::Dictionary& into) const
    {
        into.sentence("WHAT", what);
        into.maybe("UNTIL", until);
        into.text("BECAUSE", because);
    }
};

struct SinceView {
    Instant asked_at{};
    void shown(frame::Dictionary& into) const { into.moment("SINCE", asked_at); }
};

struct ClosingView {
    static constexpr std::string_view html = "account/closing.html";

    std::optional<SinceView> under_way{};
    std::vector<std::string> reasons{};
    std::vector<KeptView> kept{};
    std::optional<frame::FormView> form{}; // none once it was asked for
    std::string authority{};

    void shown(frame::Dictionary& into) const
    {
        into.part("TRAIL", TrailView{{"account_closing.title"}});
        into.maybe("UNDER_WAY", under_way);
        into.when("OPEN", !under_way);
        into.when("WAITS", !reasons.empty());
        into.each_text("REASONS", reasons);
        into.when("WAITS_FOR_NOTHING", reasons.empty());
        into.when("KEEPS", !kept.empty());
        into.each("KEPT", kept);
        into.when("KEEPS_NOTHING", kept.empty());
        into.maybe_part("FORM", form);
        into.text("AUTHORITY", authority);
    }
};

frame::Form closing_form(bool has_factor)
{
    frame::Form form{.action = frame::Href::to("/account/closing"),
                     .button = {"account_closing.close"},
                     .is_dangerous = true};
    form.fields = proof_fields(has_factor);
    return form;
}

std::vector<KeptView> kept_in(const json& closure)
{
    std::vector<KeptView> all;
    for (const auto& kept : closure.at("kept")) {
        KeptView view{.what = kept_thing(text_at(kept, "what")),
                      .until = {},
                      .because = text_at(kept, "because")};
        if (!kept.at("until").is_null()) view.until = LastDayView{day_of(kept.at("until"))};
        all.push_back(std::move(view));
    }
    return all;
}

ClosingView closing_view(const json& closure)
{
    ClosingView view;
    if (text_at(closure, "state") == "closing")
        view.under_way = SinceView{moment_of(closure.at("requested_at"))};
    for (const auto& wait : closure.at("waiting_for"))
        view.reasons.push_back(text_at(wait, "reason"));
    view.kept = kept_in(closure);
    const auto& authority = closure.at("authority");
    view.authority = text_at(authority, "name") + ", " + text_at(authority, "address") + ", " +
                     text_at(authority, "url");
    return view;
}

Response closing_page(App& app, const Request& request, const frame::Filled& filled)
{
    auto view = closing_view(frame::read(app, request, "show_closure"));
    if (!view.under_way) {
        view.form =
            frame::drawn(app, request, closing_form(has_second_factor(app, request)), filled);
    }
    return frame::page(app, request, frame::headed({.title = {"account_closing.title"}}, filled),
                       view);
}

Response show_closing(App& app, const Request& request)
{
    return closing_page(app, request, {});
}

/// Every session ends with it.
Response close(App& app, const Request& request)
{
    return frame::performed(
        app, request, closing_form(true), "close_account",
        {.done =
             [&](const Response&) {
                 auto gone = frame::see_other(
                     request, frame::Href::to("/account/ended").with("after", "closing"));
                 gone.headers.push_back(cookie_without(app));
                 return gone;
             },
         .again = [&](const frame::Filled& filled) { return closing_page(app, request, filled); }});
}

} // namespace

std::vector<frame::PageRoute> closing_pages()
{
    return {{"GET", "/account/closing", "account_closing_page", Who::member, show_closing},
            {.method = "POST",
             .pattern = "/account/closing",
             .operation = "account_closing_form",
             .who = Who::member,
             .handler = close,
             .place = http::Place::passwords,
             .performs = "close_account"}};
}

} // namespace api::site::account
