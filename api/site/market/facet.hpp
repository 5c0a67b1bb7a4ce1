#pragma once

#include <string>
#include <vector>

#include "api/site/frame/dictionary.hpp"
#include "api/site/market/criteria.hpp"
#include "domain/services/facets.hpp"

namespace api::site::market {

/// A city or a skill to search by, with how many services it leads to.
struct FacetView {
    frame::Href where{};
    domain::services::Facet facet{};
    bool is_current = false;
    void shown(frame::Dictionary& into) const;
};

/// The cities and skills that most is offered in.
struct FacetsView {
    std::vector<FacetView> skills{}, cities{};
    void shown(frame::Dictionary& into) const;
};

/// Each facet narrows `criteria`; the one that is asked for already is marked.
FacetsView facets_of(const domain::services::Facets& facets, const Criteria& criteria);

} // namespace api::site::market
