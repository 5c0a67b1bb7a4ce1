#pragma once

#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::proposals {

/// The active accounts of the staff that were there, with their second factor in force, at
/// `before`.
std::vector<AccountId> staff_in_force(Transaction& tx, Instant before);

} // namespace domain::proposals
