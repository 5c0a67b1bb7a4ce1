#pragma once

#include <optional>
#include <string>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::payees {

/// What Mangopay says of a provider, in short; payments writes it whenever it learns something.
struct PayableState {
    std::string mangopay_owner_id; // "" before there is one
    bool kyc_regular = false;
    bool recipient_active = false;
};

std::optional<PayableState> payable_state(Transaction& tx, const AccountId& account);
void write_payable_state(Transaction& tx, const AccountId& account, const PayableState& state);

} // namespace domain::payees
