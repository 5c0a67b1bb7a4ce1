#pragma once

#include "domain/members/members.hpp"

namespace domain::members {

/// Judges whether `wanted` may make the account, which was `before`, another party; true when it
/// does. Refuses as members::edit() says.
bool judge_identity(Transaction& tx, const AccountId& id, const profiles::Profile& before,
                    const Edit& wanted);

/// What follows from it, in the unit of work of the edit.
void follow_identity(Transaction& tx, const Neighbours& neighbours, const AccountId& id,
                     const accounts::ConnectionOrigin& from);

} // namespace domain::members
