#include "domain/accounts/active.hpp"

#include "domain/accounts/account_store.hpp"

namespace domain::accounts {

void require_active(Transaction& tx, const AccountId& id)
{
    if (find(tx, id).state == AccountState::active) return;
    throw Refused(Refusal::action_unavailable,
                  {"Ce compte est en cours de fermeture : rien de nouveau ne s'y commence.",
                   "This account is being closed: nothing new is begun."});
}

} // namespace domain::accounts
