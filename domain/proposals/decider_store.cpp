#include "domain/proposals/decider_store.hpp"

#include "domain/accounts/account.hpp"

namespace domain::proposals {

std::vector<AccountId> staff_in_force(Transaction& tx, Instant before)
{
    return tx.all<AccountId>(R"(
        SELECT a.id
          FROM accounts a
          JOIN account_credentials c ON c.account_id = a.id
         WHERE a.kind = :staff AND a.state = :active AND a.created_at <= :before
           AND c.totp_confirmed_at <= :before
         ORDER BY a.id)",
                             name(accounts::AccountKind::staff),
                             name(accounts::AccountState::active), before);
}

} // namespace domain::proposals
