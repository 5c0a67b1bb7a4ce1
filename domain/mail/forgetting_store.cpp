#include "domain/mail/forgetting_store.hpp"

namespace domain::mail {

void erase_preferences(Transaction& tx, const AccountId& account)
{
    tx.run("DELETE FROM mail_preferences WHERE account_id = :account", account);
}

} // namespace domain::mail
