#pragma once

#include <string_view>
#include <vector>

#include "api/site/frame/dictionary.hpp"
#include "api/site/market/criteria.hpp"
#include "api/site/market/facet.hpp"
#include "api/site/market/offer.hpp"
#include "api/site/market/search_form.hpp"
#include "api/site/parts/breadcrumb.hpp"
#include "api/site/parts/pager.hpp"

namespace api::site::market {

/// A wider search, when nothing was found.
struct WiderView {
    frame::Href where{};
    frame::Sentence label{};
    void shown(frame::Dictionary& into) const;
};

/// The searches that leave out one of the answers each, then all of them.
std::vector<WiderView> wider_than(const Criteria& criteria);

/// What was found, in the order that is said above it.
struct ResultsView {
    std::vector<OfferView> offers{};
    bool is_all = true; // this page has everything that was found
    std::string sort{};
    void shown(frame::Dictionary& into) const;
};

/// A search with its answers: its results, or what to do without any, or what is wrong with it.
struct FoundView {
    static constexpr std::string_view html = "market/search.html";

    parts::BreadcrumbView way{};
    frame::Sentence heading{};
    SearchFormView form{};
    std::string refusal{}; // the operation's sentence; "" when it could be searched
    ResultsView results{};
    FacetsView facets{};
    std::vector<WiderView> wider{};
    parts::PagerView pager{};
    void shown(frame::Dictionary& into) const;
};

} // namespace api::site::market
