#pragma once

#include <optional>
#include <string_view>

#include "domain/storage/database.hpp"
#include "domain/vault/category.hpp"

namespace domain::forgetting {

/// Orders, in the unit of work that erases, that a subject's key (of one category, or all its
/// keys) be destroyed. The keys lie in another database, so they go right after the commit.
void order_key_destruction(Transaction& tx, std::string_view subject,
                           std::optional<vault::Category> category = {});

/// Carries out what was ordered: journals it beside the keys (replayed after a restore), then
/// destroys. Safe to repeat after a crash anywhere. Returns how many orders it carried out.
std::int64_t destroy_ordered_keys(Database& db, vault::Vault& vault);

} // namespace domain::forgetting
