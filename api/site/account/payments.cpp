#include "api/site/account/payments.hpp"

#include "api/site/account/answers.hpp"
#include "api/site/account/surroundings.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"

namespace api::site::account {

using namespace domain;
using nlohmann::json;

namespace {

struct HurdleView {
    std::string reason{};
    bool is_cured_by_details = false;

    void shown(frame::Dictionary& into) const
    {
        into.text("REASON", reason);
        into.when("CURE", is_cured_by_details);
    }
};

struct RenewalView {
    Day before{};
    void shown(frame::Dictionary& into) const { into.day("DAY", before); }
};

struct PaymentsView {
    static constexpr std::string_view html = "account/payments.html";

    bool is_client = false, is_ready = false;
    std::vector<HurdleView> hurdles{};
    std::optional<RenewalView> renewal{};

    void shown(frame::Dictionary& into) const
    {
        into.part("TRAIL", TrailView{{"account_payments.title"}});
        into.when("CLIENT", is_client);
        into.when("READY", is_ready);
        into.when("LACKS", !hurdles.empty());
        into.each("HURDLES", hurdles);
        into.maybe("RENEWAL", renewal);
    }
};

void tell_hurdles(PaymentsView& view, const json& eligibility)
{
    view.is_ready = eligibility.at("eligible").get<bool>();
    for (const auto& hurdle : eligibility.at("hurdles")) {
        view.hurdles.push_back(
            {text_at(hurdle, "reason"), text_at(hurdle, "action") == "complete_profile"});
    }
    const auto& renewal = eligibility.at("verify_again_before");
    if (!renewal.is_null()) view.renewal = RenewalView{day_of(renewal)};
}

Response show_payments(App& app, const Request& request)
{
    const auto& actor = actor_of(request);
    PaymentsView view{.is_client = actor.is_client};
    if (actor.is_provider) tell_hurdles(view, frame::read(app, request, "show_payout_eligibility"));
    return frame::page(app, request, {.title = {"account_payments.title"}}, view);
}

} // namespace

std::vector<frame::PageRoute> payments_pages()
{
    return {{"GET", "/account/payments", "account_payments_page", Who::member, show_payments}};
}

} // namespace api::site::account
