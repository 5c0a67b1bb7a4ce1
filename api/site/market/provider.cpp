#include "api/site/market/provider.hpp"

#include <nlohmann/json.hpp>

#include "api/site/frame/page.hpp"
#include "api/site/frame/page_route.hpp"
#include "api/site/market/address.hpp"
#include "api/site/market/asking.hpp"
#include "api/site/market/offer.hpp"
#include "api/site/market/opinion.hpp"
#include "api/site/market/seller.hpp"
#include "api/site/market/structured_data.hpp"
#include "domain/pages/pages.hpp"

namespace api::site::market {

using namespace domain;
using frame::Dictionary;
using frame::Href;

namespace {

struct ProviderView {
    static constexpr std::string_view html = "market/provider.html";

    parts::BreadcrumbView way{};
    SellerView seller{};
    std::string description{};
    std::vector<std::string> skills{};
    std::vector<OfferLineView> services{};
    std::vector<WorkView> works{};
    OpinionView opinion{};
    AskingView asking{};
    void shown(Dictionary& into) const
    {
        into.part("WAY", way);
        into.part("SELLER", seller);
        into.text("DESCRIPTION", description);
        into.when("SKILLED", !skills.empty());
        into.each_text("SKILLS", skills);
        into.when("OFFERING", !services.empty());
        into.parts("SERVICES", services);
        into.when("OFFERLESS", services.empty());
        into.sentence("NOTHING", {"provider.services_none", {{"provider", seller.provider}}});
        into.when("WORKED", !works.empty());
        into.each("WORKS", works);
        into.part("OPINION", opinion);
        into.part("ASKING", asking);
    }
};

/// What is published of a provider.
struct Told {
    pages::Shown shown;
    OpinionView opinion;
};

Told read_provider(Transaction& tx, const AccountId& id)
{
    auto shown = pages::show(tx, id);
    auto opinion = read_opinion(tx, shown.page);
    return {std::move(shown), std::move(opinion)};
}

parts::BreadcrumbView way_to(const pages::PublicPage& page)
{
    const auto services = Href::to("/services");
    return {{{Href::to("/"), {"market.home"}},
             {services.with("city", page.city), {}, page.city},
             {{}, {}, page.display_name}}};
}

ProviderView view_of(const Request& request, const Told& told, const Href& here)
{
    const auto& page = told.shown.page;
    ProviderView view{.way = way_to(page),
                      .seller = seller_of(page),
                      .description = page.description,
                      .skills = nlohmann::json::parse(page.skills).get<std::vector<std::string>>(),
                      .works = works_of(page),
                      .opinion = told.opinion,
                      .asking = asking(request, page.display_name, here)};
    view.seller.is_heading = true;
    for (const auto& service : told.shown.services)
        view.services.push_back(line_of(service));
    return view;
}

frame::Head head_of(const App& app, const Request& request, const Told& told,
                    const parts::BreadcrumbView& way)
{
    const auto& page = told.shown.page;
    const auto services = static_cast<std::int64_t>(told.shown.services.size());
    frame::Head head{
        .title = {"provider.title", {{"provider", page.display_name}, {"city", page.city}}},
        .description = {"provider.description",
                        {{"provider", page.display_name},
                         {"city", page.city},
                         {"services", services},
                         {"reviews", page.rating_count}}},
        .is_public = true};
    if (page.photo_id) head.picture = picture_address(page.photo_id->text());
    head.structured = graph(
        {provider_data(app, request, page, told.shown.services), way_data(app, request, way)});
    return head;
}

Response provider(App& app, const Request& request)
{
    const auto id = id_at_end<AccountId>(request.raw.capture(":provider"));
    const auto told = app.db.read([&](Transaction& tx) { return read_provider(tx, id); });
    const auto here = provider_address(told.shown.page.display_name, id);
    if (!is_at(request, here)) return frame::moved(request, here);
    const auto view = view_of(request, told, here);
    return frame::page(app, request, head_of(app, request, told, view.way), view);
}

} // namespace

std::vector<Route> provider_page_routes()
{
    return frame::routes_of(
        {{"GET", "/providers/:provider", "provider_page", Who::anyone, provider}});
}

} // namespace api::site::market
