#include "api/site/market/opinion.hpp"

#include <optional>

#include "api/site/market/address.hpp"

namespace api::site::market {

using namespace domain;
using frame::Dictionary;

namespace {

constexpr int latest_max = 3;

struct RatedView {
    OpinionView opinion{};
    void shown(Dictionary& into) const
    {
        into.part("SPREAD", opinion.spread);
        into.parts("REVIEWS", opinion.latest);
        into.link("ALL", opinion.all);
    }
};

} // namespace

void OpinionView::shown(Dictionary& into) const
{
    into.sentence("COUNTED", {"market.reviews", {{"count", count}, {"provider", provider}}});
    into.maybe("RATED", count > 0 ? std::optional(RatedView{*this}) : std::nullopt);
    into.when("UNRATED", count == 0);
    into.sentence("NONE", {"market.reviews_none_text", {{"provider", provider}}});
}

OpinionView read_opinion(Transaction& tx, const pages::PublicPage& page)
{
    OpinionView view{.provider = page.display_name,
                     .count = page.rating_count,
                     .all = reviews_address(page.display_name, page.account_id)};
    if (view.count == 0) return view;
    view.spread.spread = reviews::spread(tx, page.account_id, reviews::Side::client);
    view.latest = reviews_of(reviews::list_published(tx, page.account_id, reviews::Side::client,
                                                     {reviews::Sort::recent, {}, latest_max}),
                             page.display_name);
    return view;
}

} // namespace api::site::market
