#include "api/site/market/review_view.hpp"

#include <numeric>
#include <optional>

#include "api/site/frame/spelled.hpp"

namespace api::site::market {

using namespace domain;
using frame::Dictionary;

namespace {

struct ReplyView {
    std::string provider{}, text{};
    Instant at{};
    void shown(Dictionary& into) const
    {
        const auto day = frame::spelled(day_in_paris(at), into.language());
        into.sentence("REPLIED",
                      {"provider_reviews.reply", {{"provider", provider}, {"day", day}}});
        into.text("REPLY", text);
    }
};

struct BarView {
    std::int64_t stars = 0, count = 0, total = 0;
    void shown(Dictionary& into) const
    {
        into.sentence("STARS", {"provider_reviews.stars", {{"stars", stars}}});
        into.text("WIDTH", std::to_string(count));
        into.text("TOTAL", std::to_string(total));
        into.number("COUNT", count);
    }
};

std::string day_words(const std::string& iso, Language language)
{
    const auto day = parse_day(iso);
    return day ? frame::spelled(*day, language) : iso;
}

} // namespace

void ReviewView::shown(Dictionary& into) const
{
    const auto published = frame::spelled(day_in_paris(published_at), into.language());
    into.text("SIGNATURE", signature);
    into.number("RATING", rating);
    into.sentence("DATES", {"provider_reviews.dates",
                            {{"experienced", day_words(experienced_on, into.language())},
                             {"published", published}}});
    into.text("WORDS", text);
    into.when("WORDED", !text.empty());
    into.when("WORDLESS", text.empty());
    into.maybe("ANSWERED", reply.empty() ? std::nullopt
                                         : std::optional(ReplyView{provider, reply, replied_at}));
}

ReviewView review_of(const reviews::Review& review, const std::string& provider)
{
    return {.signature = review.signature,
            .text = review.text.value_or(""),
            .reply = review.reply.value_or(""),
            .provider = provider,
            .rating = review.rating,
            .experienced_on = review.experienced_on,
            .published_at = review.published_at,
            .replied_at = review.replied_at.value_or(Instant{})};
}

std::vector<ReviewView> reviews_of(const std::vector<reviews::Review>& reviews,
                                   const std::string& provider)
{
    std::vector<ReviewView> views;
    views.reserve(std::size(reviews));
    for (const auto& review : reviews)
        views.push_back(review_of(review, provider));
    return views;
}

void SpreadView::shown(Dictionary& into) const
{
    const auto total = std::accumulate(spread.begin(), spread.end(), std::int64_t{0});
    std::vector<BarView> bars;
    for (auto stars = spread.size(); stars > 0; --stars)
        bars.push_back({static_cast<std::int64_t>(stars), spread.at(stars - 1), total});
    into.each("BARS", bars);
}

} // namespace api::site::market
