#pragma once

#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::services {

/// A published service, as a list of everything that is published names it.
struct Published {
    ServiceId id = storage::unread;
    std::string title;
    Instant changed_at{};
    auto fields() { return std::tie(id, title, changed_at); }
};

/// The next `most` published services after the id `after`, "" for the first.
std::vector<Published> published(Transaction& tx, const std::string& after, int most);

} // namespace domain::services
