#pragma once

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::payees {

/// Deletes what Mangopay said of a provider.
void erase_payable_state(Transaction& tx, const AccountId& account);

} // namespace domain::payees
