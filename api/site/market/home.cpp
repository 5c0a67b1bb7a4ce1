#include "api/site/market/home.hpp"

#include "api/site/frame/page.hpp"
#include "api/site/frame/page_route.hpp"
#include "api/site/market/facet.hpp"
#include "api/site/market/offer.hpp"
#include "api/site/market/structured_data.hpp"

namespace api::site::market {

using namespace domain;
using frame::Dictionary;

namespace {

constexpr int offers_max = 6;
constexpr int facets_max = 8;

struct OffersView {
    std::vector<OfferView> offers{};
    void shown(Dictionary& into) const { into.parts("OFFERS", offers); }
};

struct HomeView {
    static constexpr std::string_view html = "market/home.html";

    FacetsView facets{};
    OffersView newest{};
    bool is_empty() const { return newest.offers.empty(); }
    void shown(Dictionary& into) const
    {
        into.when("EMPTY", is_empty());
        into.maybe("FACETED", is_empty() ? std::nullopt : std::optional(facets));
        into.maybe("OFFERING", is_empty() ? std::nullopt : std::optional(newest));
    }
};

HomeView read_home(Transaction& tx)
{
    HomeView view;
    for (const auto& found : services::search(tx, {}, offers_max))
        view.newest.offers.push_back(offer_of(found));
    view.facets = facets_of(services::facets(tx, facets_max), {});
    return view;
}

Response home(App& app, const Request& request)
{
    const auto view = app.db.read(read_home);
    return frame::page(app, request,
                       {.title = {"home.title"},
                        .description = {"home.description"},
                        .is_public = true,
                        .structured = graph({website_data(app, request)})},
                       view);
}

} // namespace

std::vector<Route> home_routes()
{
    auto routes = frame::routes_of({{"GET", "/", "home_page", Who::anyone, home}});
    // Whoever types the English address may end it as the French one ends.
    auto typed = routes.back();
    typed.pattern = "/en/";
    routes.push_back(typed);
    return routes;
}

} // namespace api::site::market
