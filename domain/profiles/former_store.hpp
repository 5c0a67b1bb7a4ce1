#pragma once

#include <vector>

#include "domain/core/id.hpp"
#include "domain/profiles/trait.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::profiles {

/// Keeps, sealed, what `before` is recognised by and `after` is not: others may have written it in
/// what is published, and when the account goes nobody else would know that it was the person's.
/// Each once; of more than two hundred the oldest go.
void keep_former(Transaction& tx, const AccountId& id, const Profile& before, const Profile& after);

/// What the account was recognised by and has changed since.
std::vector<Trait> former_traits(Transaction& tx, const AccountId& id);

} // namespace domain::profiles
