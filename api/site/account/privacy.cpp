#include "api/site/account/privacy.hpp"

#include "api/site/account/answers.hpp"
#include "api/site/account/kept_words.hpp"
#include "api/site/account/surroundings.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"

namespace api::site::account {

using namespace domain;
using nlohmann::json;

namespace {

struct PeriodView {
    frame::Sentence period{};
    void shown(frame::Dictionary& into) const { into.sentence("PERIOD", period); }
};

struct RuleView {
    frame::Sentence what{}, starts{}, action{};
    std::vector<PeriodView> periods{};
    bool is_archived = false;

    void shown(frame::Dictionary& into) const
    {
        into.sentence("WHAT", what);
        into.each("PERIODS", periods);
        into.sentence("STARTS", starts);
        into.when("ARCHIVED", is_archived);
        into.sentence("ACTION", action);
    }
};

struct AcceptedView {
    frame::Sentence document{};
    std::string version{};
    Instant accepted_at{};

    void shown(frame::Dictionary& into) const
    {
        into.sentence("DOCUMENT", document);
        into.text("VERSION", version);
        into.machine_day("MACHINE_DAY", accepted_at);
        into.moment("MOMENT", accepted_at);
    }
};

struct PrivacyView {
    static constexpr std::string_view html = "account/privacy.html";

    std::vector<RuleView> rules{};
    std::vector<AcceptedView> accepted{};
    std::string officer{}, authority{};
    bool is_member = false;

    void shown(frame::Dictionary& into) const
    {
        into.part("TRAIL", TrailView{{"account_privacy.title"}});
        into.each("RULES", rules);
        into.when("ACCEPTED_NOTHING", accepted.empty());
        into.each("ACCEPTED", accepted);
        into.text("OFFICER", officer);
        into.text("AUTHORITY", authority);
        into.when("MEMBER", is_member);
    }
};

RuleView rule_view(const policy::Rule& rule)
{
    RuleView view{.what = kept_thing(rule.id),
                  .starts = in_words(rule.starts),
                  .action = in_words(rule.action),
                  .periods = {},
                  .is_archived = rule.stage == policy::Stage::archive};
    for (const auto& part : in_words(rule.period))
        view.periods.push_back({part});
    return view;
}

std::vector<RuleView> rules_in(const policy::Retention& retention)
{
    std::vector<RuleView> rules;
    for (const auto& rule : retention.rules()) {
        if (!rule.declared) rules.push_back(rule_view(rule));
    }
    return rules;
}

std::vector<AcceptedView> accepted_in(const json& acceptances)
{
    std::vector<AcceptedView> all;
    for (const auto& one : acceptances.at("items")) {
        all.push_back({{"account_privacy.document_" + text_at(one, "document")},
                       text_at(one, "version"),
                       moment_of(one.at("accepted_at"))});
    }
    return all;
}

Response show_privacy(App& app, const Request& request)
{
    const auto& company = app.platform.company;
    const auto& authority = company.authority;
    const PrivacyView view{.rules = rules_in(app.policy.retention()),
                           .accepted = accepted_in(frame::read(app, request, "list_acceptances")),
                           .officer = company.contact_email,
                           .authority =
                               authority.name + ", " + authority.address + ", " + authority.url,
                           .is_member = actor_of(request).kind == ActorKind::member};
    return frame::page(app, request, {.title = {"account_privacy.title"}}, view);
}

} // namespace

std::vector<frame::PageRoute> privacy_pages()
{
    return {{"GET", "/account/privacy", "account_privacy_page", Who::signed_in, show_privacy}};
}

} // namespace api::site::account
