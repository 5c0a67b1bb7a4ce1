#pragma once

#include "domain/core/id.hpp"
#include "domain/profiles/profile.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::members {

/// Refuses (422 at "roles") to drop a role whose orders are under way, or whose money has not
/// arrived: there would be nobody to start, deliver, validate or contest.
void keep_roles_in_use(Transaction& tx, const AccountId& id, const profiles::Profile& before,
                       const profiles::Profile& after);

} // namespace domain::members
