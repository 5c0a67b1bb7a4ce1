#include "api/site/about/pages.hpp"
#include "api/site/about/words.hpp"
#include "domain/moderation/disclosure.hpp"

namespace api::site::about {

namespace {

using domain::moderation::Ground;

/// One ground on which a review is refused or hidden.
struct GroundView {
    domain::Say ground{};
    void shown(frame::Dictionary& into) const { into.say("GROUND", ground); }
};

/// What is no reason against a review.
bool speaks_for_it(Ground ground)
{
    return ground == Ground::genuine || ground == Ground::appealed;
}

struct ReviewsPolicy {
    static constexpr std::string_view html = "about/reviews_policy.html";
    static constexpr std::string_view words = "about_reviews";

    domain::Say checks{};
    std::vector<GroundView> grounds{};
    std::string contact{};

    static ReviewsPolicy of(const App& app)
    {
        const auto disclosed = domain::moderation::disclosure();
        ReviewsPolicy view{disclosed.checks, {}, app.platform.company.contact_email};
        for (const auto ground : disclosed.grounds) {
            if (!speaks_for_it(ground)) view.grounds.push_back({described(ground)});
        }
        return view;
    }

    void shown(frame::Dictionary& into) const
    {
        into.say("CHECKS", checks);
        into.each("GROUNDS", grounds);
        into.sentence("CONTACT", {"about_reviews.contact", {{"email", contact}}});
    }
};

} // namespace

Response reviews_policy(App& app, const Request& request)
{
    return page_of_words<ReviewsPolicy>(app, request);
}

} // namespace api::site::about
