#include "domain/proposals/deciders.hpp"

#include <algorithm>

#include "domain/accounts/account.hpp"
#include "domain/proposals/proposal.hpp"

namespace domain::proposals {

namespace {

std::vector<AccountId> deciders(Transaction& tx)
{
    const auto before = tx.now - patience;
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

} // namespace

bool may_decide(Transaction& tx, const AccountId& account)
{
    return std::ranges::count(deciders(tx), account) > 0;
}

std::vector<AccountId> deciders_but(Transaction& tx, const AccountId& proposer)
{
    auto all = deciders(tx);
    std::erase(all, proposer);
    return all;
}

} // namespace domain::proposals
