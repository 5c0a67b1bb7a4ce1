#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/site/frame/dictionary.hpp"
#include "domain/reviews/review_store.hpp"

namespace api::site::market {

/// A published review with its dates (C. conso D111-17) and its reply.
struct ReviewView {
    static constexpr std::string_view html = "market/review.html";

    std::string signature{}, text{}, reply{}, provider{};
    std::int64_t rating = 0;
    std::string experienced_on{}; // ISO day
    domain::Instant published_at{}, replied_at{};
    void shown(frame::Dictionary& into) const;
};

ReviewView review_of(const domain::reviews::Review& review, const std::string& provider);
std::vector<ReviewView> reviews_of(const std::vector<domain::reviews::Review>& reviews,
                                   const std::string& provider);

/// How often each number of stars was given, as bars; the most stars first.
struct SpreadView {
    static constexpr std::string_view html = "market/spread.html";

    domain::reviews::Spread spread{};
    void shown(frame::Dictionary& into) const;
};

} // namespace api::site::market
