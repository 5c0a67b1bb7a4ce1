#pragma once

#include <optional>
#include <string>

#include "domain/core/id.hpp"
#include "domain/profiles/profile.hpp"
#include "payments/gateway/command.hpp"
#include "payments/gateway/statuses.hpp"

namespace payments::payment_accounts {

/// A member's user and wallet at Mangopay in one role, as we last saw them.
struct PaymentAccount {
    domain::AccountId account_id;
    Role role = Role::payer;
    UserId user_id; // empty before it exists, as is the wallet's
    WalletId wallet_id;
    UserStatus user_status = UserStatus::none;
    KycLevel kyc_level = KycLevel::light;
    bool inflows_blocked = false, outflows_blocked = false;
    std::string block_code;          // Mangopay's 0087xx
    std::string payout_blocked_code; // why no payout is tried before there is a new recipient

    bool is_open() const { return !wallet_id.empty(); }
    /// Whether money may be destined for its owner.
    bool may_receive() const
    {
        return kyc_level == KycLevel::regular && user_status != UserStatus::closed &&
               !inflows_blocked;
    }
};

/// How Mangopay calls a body of that kind: SOLETRADER, ORGANIZATION or BUSINESS.
std::string_view legal_person_type(domain::profiles::LegalFamily family);

Person person_from(const domain::profiles::Profile& profile);

/// Nothing for a natural person.
std::optional<Company> company_from(const domain::profiles::Profile& profile);

} // namespace payments::payment_accounts
