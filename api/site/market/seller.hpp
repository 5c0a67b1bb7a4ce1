#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/site/frame/dictionary.hpp"
#include "api/site/parts/rating.hpp"
#include "domain/pages/page.hpp"

namespace api::site::market {

/// Who offers: portrait, name, rating, and what consumers must be told of a seller.
struct SellerView {
    static constexpr std::string_view html = "market/seller.html";

    std::string provider{}, city{}, clientele{};
    frame::Href page{}; // empty on the provider's own page
    std::optional<frame::Href> portrait{};
    parts::RatingView rating{};
    bool is_professional = false;
    domain::Instant published_at{};
    bool is_heading = false; // the name is the page's heading
    void shown(frame::Dictionary& into) const;
};

SellerView seller_of(const domain::pages::PublicPage& page);

/// A picture of what the provider has made.
struct WorkView {
    frame::Href picture{};
    std::string caption{}, provider{};
    std::int64_t number = 0;
    void shown(frame::Dictionary& into) const;
};

std::vector<WorkView> works_of(const domain::pages::PublicPage& page);

} // namespace api::site::market
