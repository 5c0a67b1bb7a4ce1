#pragma once

#include "domain/members/members.hpp"

namespace domain::members {

/// Refuses (422 at "roles") to drop a role whose orders are under way, or to which money or a
/// document is owed: there would be nobody to start, deliver, validate, contest or be paid.
void keep_roles_in_use(Transaction& tx, const Neighbours& neighbours, const AccountId& id,
                       const profiles::Profile& before, const profiles::Profile& after);

} // namespace domain::members
