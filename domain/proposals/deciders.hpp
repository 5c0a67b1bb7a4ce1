#pragma once

#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::proposals {

/// Whether `account` is of the staff, active, and a second pair of eyes: its account and its
/// second factor are in force for 72 hours. Nobody knows who made an account on the command line,
/// so a young one proves nothing about a second person.
bool may_decide(Transaction& tx, const AccountId& account);

/// All who may decide, but for whoever proposes.
std::vector<AccountId> deciders_but(Transaction& tx, const AccountId& proposer);

} // namespace domain::proposals
