#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/site/market/review_view.hpp"
#include "domain/pages/page.hpp"
#include "domain/storage/transaction.hpp"

namespace api::site::market {

/// What others thought of a provider, on its page and its services': the latest reviews, how often
/// each rating was given, and where all of them are.
struct OpinionView {
    static constexpr std::string_view html = "market/opinion.html";

    std::string provider{};
    std::int64_t count = 0;
    SpreadView spread{};
    std::vector<ReviewView> latest{};
    frame::Href all{};
    void shown(frame::Dictionary& into) const;
};

OpinionView read_opinion(domain::Transaction& tx, const domain::pages::PublicPage& page);

} // namespace api::site::market
