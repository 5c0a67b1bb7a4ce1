#pragma once

#include <optional>
#include <string>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
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
    std::optional<domain::Instant> unverified_since{}; // its owner declared another identity then
    bool is_identity_taken = true;                     // Mangopay's user has that identity
    std::string identity_refusal{};                    // why it has not: Mangopay's code
    /// From then on its level counts no more, whenever Mangopay takes it away, unless its owner is
    /// verified again.
    std::optional<domain::Instant> renewal_due{};
    std::optional<domain::Instant> renewal_told_at{}; // when its owner was told that last

    bool is_open() const { return !wallet_id.empty(); }
    /// Whether Mangopay has a level for its owner, as the owner says it is now.
    bool has_level() const { return kyc_level == KycLevel::regular && !unverified_since; }
    /// Whether that level counts: compared at the instant, not when Mangopay takes it away.
    bool is_verified(domain::Instant now) const
    {
        return has_level() && (!renewal_due || now < *renewal_due);
    }
    /// Whether money may be destined for its owner.
    bool may_receive(domain::Instant now) const
    {
        return is_verified(now) && user_status != UserStatus::closed && !inflows_blocked;
    }
};

/// How Mangopay calls a body of that kind: SOLETRADER, ORGANIZATION or BUSINESS.
std::string_view legal_person_type(domain::profiles::LegalFamily family);

Person person_from(const domain::profiles::Profile& profile);

/// Nothing for a natural person.
std::optional<Company> company_from(const domain::profiles::Profile& profile);

} // namespace payments::payment_accounts
