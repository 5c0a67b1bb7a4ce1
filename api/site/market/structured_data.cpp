#include "api/site/market/structured_data.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "api/site/frame/site.hpp"
#include "api/site/market/address.hpp"
#include "domain/core/money.hpp"

namespace api::site::market {

using namespace domain;
using frame::Href;
using nlohmann::json;

namespace {

/// UN/CEFACT's codes of the units that prices are for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> unit_codes = {
    {{"hour", "HUR"}, {"day", "DAY"}, {"piece", "C62"}}};

json price_data(const services::Offered& service)
{
    json data = {{"@type", "UnitPriceSpecification"},
                 {"minPrice", decimal(eur(service.price_minor.value_or(0)))},
                 {"priceCurrency", code(Currency::eur)}};
    for (const auto& [unit, code] : unit_codes) {
        if (unit == service.price_per) data["unitCode"] = code;
    }
    return data;
}

/// What is offered; a page of its own has it whole, a list names it.
json offered(const App& app, const Request& request, const services::Offered& service)
{
    return {{"@type", "Service"},
            {"name", service.title},
            {"areaServed", service.city},
            {"url", absolute(app, request, service_address(service.title, service.id))}};
}

json offer_data(json service, const services::Offered& offered)
{
    json data = {{"@type", "Offer"}, {"itemOffered", std::move(service)}};
    if (offered.price_minor) data["priceSpecification"] = price_data(offered);
    return data;
}

json rating_data(const pages::PublicPage& provider)
{
    constexpr int best = 5;
    return {
        {"@type", "AggregateRating"},
        {"ratingValue", decimal(eur(pages::mean_e2(provider.rating_sum, provider.rating_count)))},
        {"bestRating", best},
        {"reviewCount", provider.rating_count}};
}

/// A business can be rated; of a private person only what it offers can.
json seller_data(const App& app, const Request& request, const pages::PublicPage& provider)
{
    const auto where =
        absolute(app, request, provider_address(provider.display_name, provider.account_id));
    json data = {{"@type", provider.is_professional ? "LocalBusiness" : "Person"},
                 {"@id", where + "#provider"},
                 {"name", provider.display_name},
                 {"url", where},
                 {"address", {{"@type", "PostalAddress"}, {"addressLocality", provider.city}}}};
    if (provider.photo_id)
        data["image"] = absolute(app, request, picture_address(provider.photo_id->text()));
    if (provider.is_professional && provider.rating_count > 0)
        data["aggregateRating"] = rating_data(provider);
    return data;
}

} // namespace

json graph(std::vector<json> things)
{
    return {{"@context", "https://schema.org"}, {"@graph", std::move(things)}};
}

json way_data(const App& app, const Request& request, const parts::BreadcrumbView& way)
{
    auto items = json::array();
    for (const auto& step : way.steps) {
        json item = {{"@type", "ListItem"},
                     {"position", items.size() + 1},
                     {"name", step.name.empty() ? words(app, request, step.label) : step.name}};
        if (!step.where.is_empty()) item["item"] = absolute(app, request, step.where);
        items.push_back(std::move(item));
    }
    return {{"@type", "BreadcrumbList"}, {"itemListElement", std::move(items)}};
}

json website_data(const App& app, const Request& request)
{
    const auto search = absolute(app, request, Href::to("/services"));
    return {{"@type", "WebSite"},
            {"name", frame::site_of(app).brand().name},
            {"url", absolute(app, request, Href::to("/"))},
            {"inLanguage", name(request.language)},
            {"potentialAction",
             {{"@type", "SearchAction"},
              {"target", {{"@type", "EntryPoint"}, {"urlTemplate", search + "?q={words}"}}},
              {"query-input", "required name=words"}}}};
}

json service_data(const App& app, const Request& request, const services::Offered& service,
                  const pages::PublicPage& provider)
{
    auto data = offered(app, request, service);
    data["description"] = service.description;
    data["provider"] = seller_data(app, request, provider);
    if (service.price_minor) data["offers"] = offer_data({{"@id", data["url"]}}, service);
    if (!provider.is_professional && provider.rating_count > 0)
        data["aggregateRating"] = rating_data(provider);
    return data;
}

json provider_data(const App& app, const Request& request, const pages::PublicPage& provider,
                   const std::vector<services::Offered>& services)
{
    auto data = seller_data(app, request, provider);
    data["description"] = provider.description;
    for (const auto& service : services)
        data["makesOffer"].push_back(offer_data(offered(app, request, service), service));
    return data;
}

} // namespace api::site::market
