#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/storage/transaction.hpp"

namespace domain::services {

/// A city or a skill, as a provider spells it, and how many published services have it.
struct Facet {
    std::string name;
    std::int64_t count = 0;
};

/// What published services have most often.
struct Facets {
    std::vector<Facet> skills, cities;
};

/// The `most` first of each; spellings that search takes for the same count together.
Facets facets(Transaction& tx, int most);

} // namespace domain::services
