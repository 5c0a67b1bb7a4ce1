#pragma once

#include "domain/proposals/proposal.hpp"
#include "domain/proposals/stake.hpp"
#include "domain/storage/transaction.hpp"

namespace api::staff {

/// Refuses a wish that does not fit its subject, by whose room it is of: payments or invoicing.
/// Tells what is at stake in one that does.
domain::proposals::Stake require_fit(domain::Transaction& tx, const domain::proposals::Wish& wish);

} // namespace api::staff
