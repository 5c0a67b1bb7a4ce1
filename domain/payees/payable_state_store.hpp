#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::payees {

/// What Mangopay says of a provider, in short; payments writes it whenever it learns something.
struct PayableState {
    std::string mangopay_owner_id; // "" before there is one
    bool kyc_regular = false;
    bool recipient_active = false;
    std::optional<Instant> verified_until{};

    /// Compared at the instant: nothing has to come by for it to end.
    bool is_verified(Instant now) const
    {
        return kyc_regular && (!verified_until || now < *verified_until);
    }
};

/// Which of an account's identities it is now: the first, or the one that it declared at `since`
/// in place of one that had been verified. What was verified or mandated before is not its own.
struct Identity {
    std::int64_t number = 1;
    std::optional<Instant> since{};
    auto fields() { return std::tie(number, since); }
};

std::optional<PayableState> payable_state(Transaction& tx, const AccountId& account);
void write_payable_state(Transaction& tx, const AccountId& account, const PayableState& state);

Identity identity_of(Transaction& tx, const AccountId& account);

/// Another identity from now on, which nobody has verified.
void begin_identity(Transaction& tx, const AccountId& account);

} // namespace domain::payees
