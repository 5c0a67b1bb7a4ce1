#include "api/site/market/provider_reviews.hpp"

#include <array>

#include "api/market/review_listing.hpp"
#include "api/site/frame/page.hpp"
#include "api/site/frame/page_route.hpp"
#include "api/site/market/address.hpp"
#include "api/site/market/disclosure.hpp"
#include "api/site/market/offer.hpp"
#include "api/site/market/review_view.hpp"
#include "api/site/market/structured_data.hpp"
#include "api/site/parts/pager.hpp"
#include "domain/core/crypto.hpp"
#include "domain/pages/pages.hpp"

namespace api::site::market {

using namespace domain;
using frame::Dictionary;
using frame::Href;
using frame::Sentence;
using reviews::Sort;

namespace {

struct Order {
    Sort sort;
    std::string_view label, told;
};
constexpr std::array<Order, 3> orders = {
    {{Sort::recent, "provider_reviews.sort_recent", "provider_reviews.sorted_recent"},
     {Sort::highest, "provider_reviews.sort_highest", "provider_reviews.sorted_highest"},
     {Sort::lowest, "provider_reviews.sort_lowest", "provider_reviews.sorted_lowest"}}};

const Order& order_of(Sort sort)
{
    return orders.at(static_cast<std::size_t>(sort));
}

/// The list in one order; the usual one has the plain address.
Href sorted(const Href& page, Sort sort)
{
    return sort == Sort::recent ? page : page.with("sort", name(sort));
}

struct TabView {
    Href where{};
    Sentence label{};
    bool is_here = false;
    void shown(Dictionary& into) const
    {
        into.link("WHERE", where);
        into.sentence("LABEL", label);
        into.when("HERE", is_here);
    }
};

struct ListView {
    parts::RatingView rating{};
    SpreadView spread{};
    std::vector<TabView> tabs{};
    Sentence told{};
    std::vector<ReviewView> reviews{};
    parts::PagerView pager{};
    void shown(Dictionary& into) const
    {
        into.part("RATING", rating);
        into.part("SPREAD", spread);
        into.each("TABS", tabs);
        into.sentence("SORTED", told);
        into.parts("REVIEWS", reviews);
        into.part("PAGER", pager);
    }
};

struct ReviewsView {
    static constexpr std::string_view html = "market/provider_reviews.html";

    parts::BreadcrumbView way{};
    std::string provider{};
    Href page{};
    std::optional<ListView> list{};
    DisclosureView disclosure{};
    void shown(Dictionary& into) const
    {
        const std::vector<std::pair<std::string, frame::Argument>> named = {{"provider", provider}};
        into.part("WAY", way);
        into.sentence("HEADING", {"provider_reviews.h1", named});
        into.maybe("REVIEWED", list);
        into.when("UNREVIEWED", !list);
        into.sentence("NONE", {"market.reviews_none_text", named});
        into.link("BACK", page);
        into.sentence("BACK_TO", {"provider_reviews.back", named});
        into.part("DISCLOSURE", disclosure);
    }
};

/// One page of the list, as it was asked for.
struct Asked {
    Sort sort;
    Page page;
    std::optional<reviews::Place> after;
};

ListView read_list(Transaction& tx, const pages::PublicPage& page, const Asked& asked,
                   const Href& here)
{
    const auto side = reviews::Side::client;
    auto found = reviews::list_published(tx, page.account_id, side,
                                         {asked.sort, asked.after, asked.page.one_more()});
    const auto next = cut(found, asked.page, api::market::review_cursor_of);
    ListView view{.rating = rating_of(page.rating_sum, page.rating_count),
                  .spread = {reviews::spread(tx, page.account_id, side)},
                  .told = {std::string(order_of(asked.sort).told)},
                  .reviews = reviews_of(found, page.display_name)};
    for (const auto& order : orders) {
        view.tabs.push_back(
            {sorted(here, order.sort), {std::string(order.label)}, order.sort == asked.sort});
    }
    if (asked.after) view.pager.before = sorted(here, asked.sort);
    if (next) view.pager.after = sorted(here, asked.sort).with("cursor", to_base64(*next));
    return view;
}

parts::BreadcrumbView way_to(const pages::PublicPage& page)
{
    return {{{Href::to("/"), {"market.home"}},
             {provider_address(page.display_name, page.account_id), {}, page.display_name},
             {{}, {"provider_reviews.here"}}}};
}

Sentence title_of(const App& app, const Request& request, const pages::PublicPage& page,
                  const Asked& asked)
{
    Sentence title{"provider_reviews.title",
                   {{"provider", page.display_name}, {"city", page.city}}};
    if (asked.sort != Sort::recent) {
        title.key = "provider_reviews.title_sorted";
        title.arguments.emplace_back(
            "sort", words(app, request, {std::string(order_of(asked.sort).label)}));
    }
    return title;
}

frame::Head head_of(const App& app, const Request& request, const pages::PublicPage& page,
                    const Asked& asked)
{
    frame::Head head{
        .title = title_of(app, request, page, asked),
        .description = {
            "provider_reviews.description",
            {{"provider", page.display_name}, {"city", page.city}, {"count", page.rating_count}}}};
    // One order of one list is enough for whoever lists pages.
    head.is_public = asked.sort == Sort::recent && !asked.after;
    head.structured =
        graph({provider_data(app, request, page, {}), way_data(app, request, way_to(page))});
    return head;
}

Response provider_reviews(App& app, const Request& request)
{
    const auto id = id_at_end<AccountId>(request.raw.capture(":provider"));
    const auto page = page_of(request);
    const Asked asked{api::market::review_sort_of(request), page,
                      api::market::review_place_of(page.after)};
    return app.db.read([&](Transaction& tx) {
        const auto about = pages::read_public(tx, id);
        const auto here = reviews_address(about.display_name, id);
        if (!is_at(request, here)) return frame::moved(request, here);
        ReviewsView view{.way = way_to(about),
                         .provider = about.display_name,
                         .page = provider_address(about.display_name, id)};
        if (about.rating_count > 0) view.list = read_list(tx, about, asked, here);
        return frame::page(app, request, head_of(app, request, about, asked), view);
    });
}

} // namespace

std::vector<Route> provider_review_routes()
{
    return frame::routes_of({{"GET", "/providers/:provider/reviews", "provider_reviews_page",
                              Who::anyone, provider_reviews}});
}

} // namespace api::site::market
