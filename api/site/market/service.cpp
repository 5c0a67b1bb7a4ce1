#include "api/site/market/service.hpp"

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

struct WorksView {
    std::string provider{};
    std::vector<WorkView> works{};
    void shown(Dictionary& into) const
    {
        into.sentence("WORKS_OF", {"service.works", {{"provider", provider}}});
        into.each("WORKS", works);
    }
};

struct OthersView {
    std::string provider{};
    std::vector<OfferLineView> others{};
    void shown(Dictionary& into) const
    {
        into.sentence("OTHERS_OF", {"service.others", {{"provider", provider}}});
        into.parts("OTHERS", others);
    }
};

struct ServiceView {
    static constexpr std::string_view html = "market/service.html";

    parts::BreadcrumbView way{};
    services::Offered service{};
    std::vector<std::string> skills{};
    SellerView seller{};
    WorksView works{};
    OthersView others{};
    OpinionView opinion{};
    AskingView asking{};
    void shown(Dictionary& into) const
    {
        into.part("WAY", way);
        into.text("TITLE", service.title);
        into.text("CITY", service.city);
        into.sentence("PRICE", price_sentence(service, into.language()));
        into.when("PRICED", service.price_minor.has_value());
        into.text("DESCRIPTION", service.description);
        into.when("SKILLED", !skills.empty());
        into.each_text("SKILLS", skills);
        into.part("SELLER", seller);
        into.maybe("WORKED", works.works.empty() ? std::nullopt : std::optional(works));
        into.maybe("MORE", others.others.empty() ? std::nullopt : std::optional(others));
        into.part("OPINION", opinion);
        into.part("ASKING", asking);
    }
};

/// A published service, and everything of its provider that stands beside it.
struct Told {
    services::Found found;
    pages::Shown shown;
    OpinionView opinion;
};

Told read_service(Transaction& tx, const ServiceId& id)
{
    auto found = services::read_public(tx, id);
    auto shown = pages::show(tx, found.provider_id);
    auto opinion = read_opinion(tx, shown.page);
    return {std::move(found), std::move(shown), std::move(opinion)};
}

OthersView others_of(const Told& told)
{
    OthersView view{told.found.display_name};
    for (const auto& service : told.shown.services) {
        if (service.id != told.found.service.id) view.others.push_back(line_of(service));
    }
    return view;
}

parts::BreadcrumbView way_to(const services::Offered& service)
{
    const auto services = Href::to("/services");
    return {{{Href::to("/"), {"market.home"}},
             {services, {"market.services"}},
             {services.with("city", service.city), {}, service.city},
             {{}, {}, service.title}}};
}

ServiceView view_of(const Request& request, const Told& told, const Href& here)
{
    const auto& service = told.found.service;
    const auto& page = told.shown.page;
    return {.way = way_to(service),
            .service = service,
            .skills = nlohmann::json::parse(service.skills).get<std::vector<std::string>>(),
            .seller = seller_of(page),
            .works = {page.display_name, works_of(page)},
            .others = others_of(told),
            .opinion = told.opinion,
            .asking = asking(request, page.display_name, here)};
}

frame::Head head_of(const App& app, const Request& request, const Told& told,
                    const parts::BreadcrumbView& way)
{
    const auto& service = told.found.service;
    const auto& page = told.shown.page;
    const auto price = words(app, request, price_sentence(service, request.language));
    const std::vector<std::pair<std::string, frame::Argument>> named = {
        {"title", service.title}, {"city", service.city}, {"provider", page.display_name}};
    auto described = named;
    described.emplace_back("price", price);
    frame::Head head{.title = {"service.title", named},
                     .description = {"service.description", described},
                     .is_public = true};
    if (page.photo_id) head.picture = picture_address(page.photo_id->text());
    head.structured =
        graph({service_data(app, request, service, page), way_data(app, request, way)});
    return head;
}

Response service(App& app, const Request& request)
{
    const auto segment = request.raw.capture(":service");
    const auto id = id_at_end<ServiceId>(segment);
    const auto told = app.db.read([&](Transaction& tx) { return read_service(tx, id); });
    const auto here = service_address(told.found.service.title, id);
    if (!is_at(request, here)) return frame::moved(request, here);
    const auto view = view_of(request, told, here);
    return frame::page(app, request, head_of(app, request, told, view.way), view);
}

} // namespace

std::vector<Route> service_page_routes()
{
    return frame::routes_of({{"GET", "/services/:service", "service_page", Who::anyone, service}});
}

} // namespace api::site::market
