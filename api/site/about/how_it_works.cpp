#include "api/site/about/pages.hpp"
#include "api/site/about/percent.hpp"
#include "api/site/about/words.hpp"

namespace api::site::about {

namespace {

struct HowItWorks {
    static constexpr std::string_view html = "about/how_it_works.html";
    static constexpr std::string_view words = "about_how";

    std::int64_t request_days = 0, payment_days = 0, silence_days = 0;
    domain::BasisPoints commission{0};

    static HowItWorks of(const App& app)
    {
        const auto& terms = app.platform;
        return {terms.request_open.count(), terms.payment_within.count(),
                terms.silence_validates.count(), terms.commission_rate};
    }

    void shown(frame::Dictionary& into) const
    {
        into.sentence("ASK", {"about_how.ask_text", {{"days", request_days}}});
        into.sentence("PAY", {"about_how.pay_text", {{"days", payment_days}}});
        into.sentence("VALIDATE", {"about_how.validate_text", {{"days", silence_days}}});
        into.sentence(
            "COST", {"about_how.cost_provider", {{"rate", percent(commission, into.language())}}});
    }
};

} // namespace

Response how_it_works(App& app, const Request& request)
{
    return page_of_words<HowItWorks>(app, request);
}

} // namespace api::site::about
