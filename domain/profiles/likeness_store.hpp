#pragma once

#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::profiles {

/// Adds to what `account` is or was known by (likenesses_of). Former ones stay as long as the
/// account: whoever was refused as itself is not let through under another name.
void remember_likenesses(Transaction& tx, const AccountId& account,
                         const std::vector<std::string>& likenesses);

/// Whether two accounts are one and the same, representatives included: by what their profiles
/// say now or have said before.
bool are_one_party(Transaction& tx, const AccountId& one, const AccountId& other);

} // namespace domain::profiles
