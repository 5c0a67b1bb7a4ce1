#pragma once

#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/gateway/ids.hpp"

namespace payments::payment_accounts {

using domain::AccountId;
using domain::Transaction;

/// What the account's wallets hold, in minor units.
std::int64_t money_in_wallets(Transaction& tx, const AccountId& account);

/// The account's users that Mangopay has not closed.
std::vector<UserId> users_to_close(Transaction& tx, const AccountId& account);

/// Deletes what was known of verifications and of where to pay to.
void erase_verifications(Transaction& tx, const AccountId& account);

/// Deletes what leads from the account to Mangopay's users and wallets.
void erase(Transaction& tx, const AccountId& account);

} // namespace payments::payment_accounts
