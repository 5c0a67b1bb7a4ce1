#include "domain/proposals/deciders.hpp"

#include <algorithm>

#include "domain/proposals/decider_store.hpp"
#include "domain/proposals/proposal.hpp"

namespace domain::proposals {

namespace {

std::vector<AccountId> deciders(Transaction& tx)
{
    return staff_in_force(tx, tx.now - patience);
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
