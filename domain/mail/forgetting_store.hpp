#pragma once

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::mail {

/// Deletes which kinds of mail an account wants.
void erase_preferences(Transaction& tx, const AccountId& account);

} // namespace domain::mail
