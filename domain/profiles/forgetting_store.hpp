#pragma once

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::profiles {

/// Deletes what an account says of its person and company, and said before, how to reach them, and
/// what they were known by.
void erase_profile(Transaction& tx, const AccountId& account);

/// Whether any of that is there.
bool has_profile(Transaction& tx, const AccountId& account);

} // namespace domain::profiles
