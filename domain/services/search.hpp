#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::services {

enum class Sort : std::uint8_t { newest, rating, price };

std::optional<Sort> parse_sort(std::string_view text);

inline constexpr std::size_t search_words_max = 5;

/// What to look for; "" and 0 mean anything. Words match from their beginning, accents and
/// case do not matter.
struct Search {
    std::string words, city, skill;
    std::int64_t rating_e2_min = 0;
    Sort sort = Sort::newest;
    std::string after{}; // Found::place of the last one seen
};

/// A published service as lists show it.
struct Found {
    std::string id, provider_id, title, description, city, skills, price_per, display_name;
    std::optional<std::int64_t> price_minor;
    std::optional<std::string> photo_id;
    std::int64_t rating_sum = 0, rating_count = 0, rank = 0;
    auto fields()
    {
        return std::tie(id, provider_id, title, description, city, skills, price_minor, price_per,
                        display_name, photo_id, rating_sum, rating_count, rank);
    }

    /// Where it stands in the order, for the next page.
    std::string place() const { return std::to_string(rank) + " " + id; }
};

std::vector<Found> search(Transaction& tx, const Search& wanted, int most);

/// One published service, or nothing.
std::optional<Found> find_public(Transaction& tx, const ServiceId& id);

/// A provider's published services, oldest first.
std::vector<Found> public_services_of(Transaction& tx, const AccountId& provider);

} // namespace domain::services
