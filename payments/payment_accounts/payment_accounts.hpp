#pragma once

#include <optional>
#include <string>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/gateway/gateway.hpp"
#include "payments/operations/operations.hpp"
#include "payments/payment_accounts/payment_account.hpp"

namespace payments::payment_accounts {

using domain::AccountId;
using domain::Transaction;

/// How far an account is from existing at Mangopay.
struct Opening {
    std::optional<PaymentAccount> open; // it exists, wallet and all
    std::optional<operations::MoneyOperationId>
        next_operation{}; // otherwise: what has to be carried out first
};

/// Begins the account's existence at Mangopay, or says how far it is. An attempt that Mangopay
/// refused is followed by a new one, since whoever asks again has corrected what was wrong.
Opening open(Transaction& tx, const AccountId& account, Role role);

/// Why the last attempt to open it was refused; "" when it was not.
std::string refusal_of(Transaction& tx, const AccountId& account, Role role);

// What followed from an operation: called with its change, in its unit of work.
void user_made(Transaction& tx, const operations::Operation& operation);
void wallet_made(Transaction& tx, const operations::Operation& operation);
void verification_made(Transaction& tx, const operations::Change& change);
void recipient_made(Transaction& tx, const operations::Change& change);

/// What Mangopay says now; changed states reach the provider and whoever pays it.
void user_seen(Transaction& tx, const UserState& user, const Blocking& blocking);
void verification_seen(Transaction& tx, const VerificationState& verification);
void recipient_seen(Transaction& tx, const RecipientState& recipient);

/// Its owner declares another identity: nobody pays it before Mangopay has verified that one, and
/// its users at Mangopay are told (event payment_user_changed), also one that is being made.
void identity_changed(Transaction& tx, const AccountId& account);

/// Mangopay's user has the identity that its owner declared last, or was refused it for good
/// (`code`).
void identity_taken(Transaction& tx, const UserId& user);
void identity_refused(Transaction& tx, const UserId& user, const std::string& code);

/// No payout is tried any more before there is another recipient.
void block_payouts(Transaction& tx, const AccountId& provider, const std::string& code);

} // namespace payments::payment_accounts
