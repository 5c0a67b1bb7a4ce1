#include "api/site/account/dashboard.hpp"

#include "api/site/account/answers.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"

namespace api::site::account {

using nlohmann::json;

namespace {

struct ActionView {
    frame::Href where{};
    frame::Sentence label{};

    void shown(frame::Dictionary& into) const
    {
        into.link("WHERE", where);
        into.sentence("LABEL", label);
    }
};

struct WaitingView {
    frame::Sentence what{};
    std::optional<ActionView> action{};

    void shown(frame::Dictionary& into) const
    {
        into.sentence("WHAT", what);
        into.maybe("ACTION", action);
    }
};

struct DashboardView {
    static constexpr std::string_view html = "account/dashboard.html";

    frame::Sentence hello{};
    std::vector<WaitingView> waiting{};
    bool is_member = false;

    void shown(frame::Dictionary& into) const
    {
        into.sentence("HELLO", hello);
        into.when("NOTHING", waiting.empty());
        into.each("WAITING", waiting);
        into.when("MEMBER", is_member);
        into.when("STAFF", !is_member);
    }
};

WaitingView waiting(frame::Sentence what, std::string_view where, std::string_view label)
{
    return {std::move(what), ActionView{frame::Href::to(where), {std::string(label)}}};
}

void add_missing_details(const json& details, std::vector<WaitingView>& all)
{
    for (const auto& [step, fields] : details.at("steps").items()) {
        const auto count = static_cast<std::int64_t>(fields.at("missing").size());
        if (count == 0) continue;
        all.push_back(waiting({"account_dashboard." + step, {{"count", count}}}, "/account/legal",
                              "account_dashboard.complete"));
    }
}

void add_second_factor(const json& factor, std::vector<WaitingView>& all)
{
    if (factor.at("in_force").get<bool>()) return;
    const bool is_mandatory = factor.at("mandatory").get<bool>();
    all.push_back(waiting(
        {is_mandatory ? "account_dashboard.mandatory_factor" : "account_dashboard.second_factor"},
        "/account/security/second-factor", "account_dashboard.second_factor_action"));
}

/// As many questions as there are kinds of things that wait, however many of each there are.
std::vector<WaitingView> all_that_waits(App& app, const Request& request, const json& me)
{
    std::vector<WaitingView> all;
    const bool is_confirmed = me.at("email_verified").get<bool>();
    if (!is_confirmed) all.push_back({{"account_dashboard.confirm_email"}, {}});
    const bool is_closing = text_at(me, "state") == "closing";
    if (is_closing) {
        all.push_back(waiting({"account_dashboard.closing"}, "/account/closing",
                              "account_dashboard.closing_action"));
        return all;
    }
    const bool is_member = actor_of(request).kind == ActorKind::member;
    if (is_member && is_confirmed)
        add_missing_details(frame::read(app, request, "read_legal_details"), all);
    add_second_factor(frame::read(app, request, "read_second_factor"), all);
    return all;
}

frame::Sentence hello_to(const json& me)
{
    const auto name = text_at(me.at("person"), "first_name");
    if (name.empty()) return {"account_dashboard.hello_nobody"};
    return {"account_dashboard.hello", {{"name", name}}};
}

Response show_dashboard(App& app, const Request& request)
{
    const auto me = frame::read(app, request, "read_me");
    const DashboardView view{.hello = hello_to(me),
                             .waiting = all_that_waits(app, request, me),
                             .is_member = actor_of(request).kind == ActorKind::member};
    return frame::page(app, request, {.title = {"account_dashboard.title"}}, view);
}

} // namespace

std::vector<frame::PageRoute> dashboard_page()
{
    return {{"GET", "/dashboard", "dashboard_page", Who::signed_in, show_dashboard}};
}

} // namespace api::site::account
