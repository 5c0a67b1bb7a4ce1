#include "api/site/about/pages.hpp"
#include "api/site/about/percent.hpp"
#include "api/site/about/words.hpp"

namespace api::site::about {

namespace {

struct BecomeAProvider {
    static constexpr std::string_view html = "about/become_a_provider.html";
    static constexpr std::string_view words = "about_provider";

    std::int64_t silence_days = 0;
    domain::BasisPoints commission{0};

    static BecomeAProvider of(const App& app)
    {
        return {app.platform.silence_validates.count(), app.platform.commission_rate};
    }

    void shown(frame::Dictionary& into) const
    {
        into.sentence("PAID", {"about_provider.paid_text", {{"days", silence_days}}});
        into.sentence(
            "COST", {"about_provider.cost_text", {{"rate", percent(commission, into.language())}}});
        into.link("START", frame::Href::to("/sign-up").with("role", "provider"));
    }
};

} // namespace

Response become_a_provider(App& app, const Request& request)
{
    return page_of_words<BecomeAProvider>(app, request);
}

} // namespace api::site::about
