#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/money.hpp"

namespace domain::services {

inline constexpr std::size_t skills_max = 20;
inline constexpr std::size_t services_max = 50; // of one provider

/// What a price is for.
inline constexpr std::array<std::string_view, 4> price_units = {"hour", "day", "piece", "project"};

/// What a provider says of one service.
struct Content {
    std::string title, description, city;
    std::vector<std::string> skills;
    std::optional<Money> price_from{}; // a hint, not an offer
    std::string price_per{};           // one of price_units
};

struct Service {
    ServiceId id;
    AccountId provider;
    Content content{};
    bool is_published = false;
    std::int64_t version = 1;
};

/// The content as it is sealed, and back.
std::string written(const Content& content);
Content content_in(std::string_view text);

/// Skills as the text column of the published copy, and back.
std::string written(const std::vector<std::string>& texts);
std::vector<std::string> texts_in(std::string_view text);

/// The folded words to find a text by: letters and digits, at least two, at most 40 long.
std::set<std::string> words_of(std::string_view text);

} // namespace domain::services
