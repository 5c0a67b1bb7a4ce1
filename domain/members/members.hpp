#pragma once

#include "domain/accounts/account.hpp"
#include "domain/profiles/profile.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::members {

/// Replaces the profile of a member whose version is still `version` (412 otherwise), and carries
/// what is said of it elsewhere along: the name on its public page, the signature under its
/// reviews. `profile` is valid: profiles::wrong_in() found nothing.
accounts::Account edit(Transaction& tx, const AccountId& id, std::int64_t version,
                       const profiles::Profile& profile);

} // namespace domain::members
