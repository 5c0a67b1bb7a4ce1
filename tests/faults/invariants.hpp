#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/storage/database.hpp"
#include "domain/vault/vault.hpp"

namespace tests {

/// What is wrong in the books, one line each, whatever was going on: the ledger recounted, every
/// series and its chain, every event with what it is about.
std::vector<std::string> complaints(domain::Database& db);

/// The columns in which something rests sealed whose key is no more.
std::set<std::string> unreadable_columns(domain::Database& db, domain::Vault& vault);

} // namespace tests
