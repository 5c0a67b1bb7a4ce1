#pragma once

#include "domain/proposals/proposal.hpp"
#include "domain/storage/transaction.hpp"

namespace api::staff {

/// Refuses a wish that does not fit its subject, by whose room it is of: payments or invoicing.
void require_fit(domain::Transaction& tx, const domain::proposals::Wish& wish);

} // namespace api::staff
