#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::pages {

/// A published page, as a list of everything that is published names it.
struct Published {
    AccountId id = storage::unread;
    std::string display_name;
    Instant changed_at{};
    std::int64_t rating_count = 0;
    auto fields() { return std::tie(id, display_name, changed_at, rating_count); }
};

/// The next `most` published pages after the id `after`, "" for the first.
std::vector<Published> published(Transaction& tx, const std::string& after, int most);

} // namespace domain::pages
