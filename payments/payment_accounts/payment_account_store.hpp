#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "payments/gateway/gateway.hpp"
#include "payments/payment_accounts/payment_account.hpp"

namespace payments::payment_accounts {

using domain::AccountId;
using domain::MoneyOperationId;
using domain::Transaction;

std::optional<PaymentAccount> maybe_find(Transaction& tx, const AccountId& account, Role role);
std::optional<PaymentAccount> find_by_user(Transaction& tx, const UserId& user);

/// Those to compare with Mangopay, in the order of their wallets, after `after`.
std::vector<PaymentAccount> page_by_wallet(Transaction& tx, const WalletId& after, int most);

/// Begins an account; one that exists stays as it is.
void insert(Transaction& tx, const AccountId& account, Role role, bool is_company);

/// Writes everything but who it belongs to.
void save(Transaction& tx, const PaymentAccount& account);

/// A hosted verification. `reasons` are Mangopay's codes, separated by spaces.
struct Verification {
    VerificationId id;
    VerificationStatus state = VerificationStatus::other;
    std::string reasons, hosted_url;
    domain::Instant created_at;
    std::optional<domain::Instant> decided_at;
};

std::optional<Verification> latest_verification(Transaction& tx, const AccountId& account);

/// The latest that is about the identity its owner has now.
std::optional<Verification> current_verification(Transaction& tx, const PaymentAccount& owner);
std::optional<AccountId> account_of_verification(Transaction& tx, const VerificationId& id);
void insert_verification(Transaction& tx, const AccountId& account,
                         const MoneyOperationId& operation, const Resource& resource);

/// False when nothing changed.
bool save_verification(Transaction& tx, const VerificationState& state);

struct Recipient {
    RecipientId id;
    RecipientStatus state = RecipientStatus::other;
    domain::Instant created_at;
};

/// The recipient that was registered last, whatever its state.
std::optional<Recipient> latest_recipient(Transaction& tx, const AccountId& account);
/// Where to pay to: the latest one in state ACTIVE.
std::optional<Recipient> active_recipient(Transaction& tx, const AccountId& account);
std::optional<AccountId> account_of_recipient(Transaction& tx, const RecipientId& id);
void insert_recipient(Transaction& tx, const AccountId& account, const MoneyOperationId& operation,
                      const Resource& resource);
bool save_recipient(Transaction& tx, const RecipientState& state);

/// Undecided verifications and recipients, to be read again.
std::vector<VerificationId> open_verifications(Transaction& tx, int most);
std::vector<RecipientId> open_recipients(Transaction& tx, int most);

} // namespace payments::payment_accounts
