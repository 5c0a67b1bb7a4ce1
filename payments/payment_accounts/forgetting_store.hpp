#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/storage/transaction.hpp"

namespace payments::payment_accounts {

using domain::Transaction;

/// What the account's wallets hold, in minor units.
std::int64_t money_in_wallets(Transaction& tx, std::string_view account_id);

/// The account's users that Mangopay has not closed.
std::vector<std::string> open_users(Transaction& tx, std::string_view account_id);

/// Deletes what was known of verifications and of where to pay to.
void erase_verifications(Transaction& tx, std::string_view account_id);

/// Deletes what leads from the account to Mangopay's users and wallets.
void erase(Transaction& tx, std::string_view account_id);

} // namespace payments::payment_accounts
