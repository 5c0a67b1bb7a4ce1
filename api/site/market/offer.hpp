#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/site/frame/dictionary.hpp"
#include "api/site/parts/rating.hpp"
#include "domain/services/search.hpp"

namespace api::site::market {

/// What a service costs at least, as its provider says: "dès 45,00 € de l’heure".
frame::Sentence price_sentence(const domain::services::Offered& service, domain::Language language);

/// A service as one card of a list, with its provider.
struct OfferView {
    static constexpr std::string_view html = "market/offer.html";

    frame::Href where{};
    domain::services::Offered service{};
    std::string provider{};
    std::optional<frame::Href> picture{};
    parts::RatingView rating{};
    void shown(frame::Dictionary& into) const;
};

/// The mean of `count` ratings, to the tenth.
parts::RatingView rating_of(std::int64_t sum, std::int64_t count);

OfferView offer_of(const domain::services::Found& found);

/// A service as one line of its provider's page.
struct OfferLineView {
    static constexpr std::string_view html = "market/offer_line.html";

    frame::Href where{};
    domain::services::Offered service{};
    void shown(frame::Dictionary& into) const;
};

OfferLineView line_of(const domain::services::Offered& service);

} // namespace api::site::market
