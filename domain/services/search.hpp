#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::services {

enum class Sort : std::uint8_t { newest, rating, price };

std::string_view name(Sort sort);
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

/// A published service as its provider's page shows it; `skills` is the JSON text it is stored as.
struct Offered {
    ServiceId id = storage::unread;
    std::string title, description, city, skills, price_per;
    std::optional<std::int64_t> price_minor;
    auto fields() { return std::tie(id, title, description, city, skills, price_minor, price_per); }
};

/// A published service as lists show it, with its provider.
struct Found {
    Offered service;
    AccountId provider_id = storage::unread;
    std::string display_name;
    std::optional<FileId> photo_id, work_id; // its portrait; the first picture of its portfolio
    std::int64_t rating_sum = 0, rating_count = 0, rank = 0;
    auto fields()
    {
        return std::tuple_cat(service.fields(), std::tie(provider_id, display_name, photo_id,
                                                         work_id, rating_sum, rating_count, rank));
    }

    /// Where it stands in the order, for the next page.
    std::string place() const { return std::to_string(rank) + " " + service.id.text(); }
};

std::vector<Found> search(Transaction& tx, const Search& wanted, int most);

/// One published service; not_found without one, gone when it was published until its provider's
/// account was closed.
Found read_public(Transaction& tx, const ServiceId& id);

/// One published service, or nothing.
std::optional<Found> find_public(Transaction& tx, const ServiceId& id);

/// A provider's published services, oldest first.
storage::Query<Offered, AccountId> public_services_of(const AccountId& provider);

} // namespace domain::services
