#pragma once

#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/gateway/command.hpp"

namespace payments::payment_accounts {

using domain::AccountId;
using domain::Transaction;

// Mangopay verifies whoever it pays again from time to time (KycRenewalDeadline of a user's
// regulatory state). From the deadline on nobody pays the provider; Mangopay takes the level away
// some time later.

/// Mangopay asks for it: the provider is told by mail until when, and may begin at once.
void renewal_asked(Transaction& tx, const UserId& user);

/// Providers whose deadline is a month, a week or a day away and who were not told so yet.
std::vector<AccountId> renewals_to_remind_of(Transaction& tx, int most);

/// Tells one of them again.
void remind_of_renewal(Transaction& tx, const AccountId& provider);

} // namespace payments::payment_accounts
