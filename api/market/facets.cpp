#include "api/market/facets.hpp"

#include "domain/services/facets.hpp"

namespace api::market {

using namespace domain;
using nlohmann::json;

namespace {

constexpr int facets_max = 50; // of each kind

json view(const std::vector<services::Facet>& facets)
{
    auto items = json::array();
    for (const auto& facet : facets)
        items.push_back({{"name", facet.name}, {"services", facet.count}});
    return items;
}

} // namespace

Response show_facets(App& app, const Request&)
{
    const auto found =
        app.db.read([](Transaction& tx) { return services::facets(tx, facets_max); });
    auto response = ok({{"cities", view(found.cities)}, {"skills", view(found.skills)}});
    response.headers = {{"cache-control", "public, max-age=300"}};
    return response;
}

} // namespace api::market
