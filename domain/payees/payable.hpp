#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/accounts/account.hpp"
#include "domain/platform/platform.hpp"
#include "domain/policy/policy.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::payees {

/// What Mangopay says of a provider; payments writes it.
struct PayableState {
    std::string mangopay_owner_id; // "" before there is one
    bool kyc_regular = false;
    bool recipient_active = false;
};

std::optional<PayableState> payable_state(Transaction& tx, const AccountId& account);
void write_payable_state(Transaction& tx, const AccountId& account, const PayableState& state);

/// Why a provider cannot be paid: machine codes, in the order in which to cure them
/// ("legal_details_missing", "mandate_not_accepted", "identity_not_verified",
/// "no_payout_recipient", "account_not_active"). Payable means none.
struct Payable {
    std::vector<std::string> reasons;
    explicit operator bool() const { return reasons.empty(); }
};

/// Read live, so that it is right at every moment.
Payable payable(Transaction& tx, const policy::Policy& policy, const Platform& platform,
                const AccountId& account);

} // namespace domain::payees
