#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "payments/gateway/gateway.hpp"
#include "payments/payment_accounts/payment_account.hpp"

namespace payments::payment_accounts {

using domain::Transaction;

std::optional<PaymentAccount> maybe_find(Transaction& tx, std::string_view account_id, Role role);
std::optional<PaymentAccount> find_by_user(Transaction& tx, std::string_view user_id);

/// Those to compare with Mangopay, in the order of their wallets, after `wallet_id`.
std::vector<PaymentAccount> page_by_wallet(Transaction& tx, std::string_view wallet_id, int most);

/// Begins an account; one that exists stays as it is.
void insert(Transaction& tx, std::string_view account_id, Role role, bool is_company);

/// Writes everything but who it belongs to.
void save(Transaction& tx, const PaymentAccount& account);

/// A hosted verification. `reasons` are Mangopay's codes, separated by spaces.
struct Verification {
    std::string id, state, reasons, hosted_url;
    domain::Instant created_at;
    std::optional<domain::Instant> decided_at;
    auto fields() { return std::tie(id, state, reasons, hosted_url, created_at, decided_at); }
};

std::optional<Verification> latest_verification(Transaction& tx, std::string_view account_id);
std::optional<std::string> account_of_verification(Transaction& tx, std::string_view id);
void insert_verification(Transaction& tx, std::string_view account_id,
                         std::string_view operation_id, const Resource& resource);

/// False when nothing changed.
bool save_verification(Transaction& tx, const VerificationState& state);

struct Recipient {
    std::string id, state;
    domain::Instant created_at;
    auto fields() { return std::tie(id, state, created_at); }
};

/// The recipient that was registered last, whatever its state.
std::optional<Recipient> latest_recipient(Transaction& tx, std::string_view account_id);
/// Where to pay to: the latest one in state ACTIVE.
std::optional<Recipient> active_recipient(Transaction& tx, std::string_view account_id);
std::optional<std::string> account_of_recipient(Transaction& tx, std::string_view id);
void insert_recipient(Transaction& tx, std::string_view account_id, std::string_view operation_id,
                      const Resource& resource);
bool save_recipient(Transaction& tx, std::string_view id, std::string_view state);

/// Undecided verifications and recipients, to be read again.
std::vector<std::string> open_verifications(Transaction& tx, int most);
std::vector<std::string> open_recipients(Transaction& tx, int most);

} // namespace payments::payment_accounts
