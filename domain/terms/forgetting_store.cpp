#include "domain/terms/forgetting_store.hpp"

#include "domain/forgetting/destruction_order.hpp"

namespace domain::terms {

void erase_acceptances(Transaction& tx, const AccountId& account)
{
    for (const auto& id : tx.all<std::string>(
             "SELECT id FROM terms_acceptances WHERE account_id = :account", account)) {
        forgetting::order_destruction(tx, "terms_acceptance", id);
        tx.run("DELETE FROM terms_acceptances WHERE id = :id", id);
    }
}

} // namespace domain::terms
