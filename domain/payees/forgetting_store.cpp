#include "domain/payees/forgetting_store.hpp"

namespace domain::payees {

void erase_payable_state(Transaction& tx, const AccountId& account)
{
    tx.run("DELETE FROM payable_states WHERE account_id = :account", account);
}

} // namespace domain::payees
