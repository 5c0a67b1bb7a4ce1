#pragma once

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::accounts {

/// Refuses (409) whoever asked for the account to be closed: what is open may still be finished,
/// nothing new is begun.
void require_active(Transaction& tx, const AccountId& id);

} // namespace domain::accounts
