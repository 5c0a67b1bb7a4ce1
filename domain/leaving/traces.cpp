#include "domain/leaving/traces.hpp"

#include "domain/access/forgetting_store.hpp"
#include "domain/accounts/forgetting_store.hpp"
#include "domain/forgetting/key_destruction.hpp"
#include "domain/mail/forgetting_store.hpp"
#include "domain/payees/forgetting_store.hpp"
#include "domain/profiles/forgetting_store.hpp"
#include "domain/terms/forgetting_store.hpp"

namespace domain::leaving {

void erase_person(Transaction& tx, const AccountId& account)
{
    access::erase_access(tx, account);
    mail::erase_preferences(tx, account);
    payees::erase_payable_state(tx, account);
    profiles::erase_profile(tx, account);
}

bool has_person(Transaction& tx, const AccountId& account)
{
    return profiles::has_profile(tx, account) || access::has_access(tx, account);
}

void order_person_keys_destroyed(Transaction& tx, const AccountId& account)
{
    for (const auto category : vault::all_categories) {
        if (category != vault::Category::connection)
            forgetting::order_key_destruction(tx, account.text(), category);
    }
}

void erase_wholly(Transaction& tx, const AccountId& account)
{
    erase_person(tx, account);
    terms::erase_acceptances(tx, account);
    access::erase_connections(tx, account);
    accounts::erase(tx, account);
}

} // namespace domain::leaving
