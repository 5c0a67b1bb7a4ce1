#include "api/site/market/facet.hpp"

#include "domain/core/text.hpp"

namespace api::site::market {

using namespace domain;

namespace {

std::vector<FacetView> narrowing(const std::vector<services::Facet>& facets,
                                 const Criteria& criteria, std::string Criteria::*answer)
{
    const auto current = folded(criteria.*answer);
    std::vector<FacetView> views;
    for (const auto& facet : facets) {
        auto narrower = criteria;
        narrower.*answer = facet.name;
        views.push_back({narrower.address(), facet, folded(facet.name) == current});
    }
    return views;
}

} // namespace

void FacetView::shown(frame::Dictionary& into) const
{
    into.link("WHERE", where);
    into.text("NAME", facet.name);
    into.number("COUNT", facet.count);
    into.sentence("COUNTED", {"market.facet_count", {{"count", facet.count}}});
    into.when("CURRENT", is_current);
}

void FacetsView::shown(frame::Dictionary& into) const
{
    into.each("SKILLS", skills);
    into.each("CITIES", cities);
}

FacetsView facets_of(const services::Facets& facets, const Criteria& criteria)
{
    return {narrowing(facets.skills, criteria, &Criteria::skill),
            narrowing(facets.cities, criteria, &Criteria::city)};
}

} // namespace api::site::market
