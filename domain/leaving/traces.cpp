#include "domain/leaving/traces.hpp"

#include "domain/access/forgetting_store.hpp"
#include "domain/accounts/forgetting_store.hpp"
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

void erase_wholly(Transaction& tx, const AccountId& account)
{
    erase_person(tx, account);
    terms::erase_acceptances(tx, account);
    access::erase_connections(tx, account);
    accounts::erase(tx, account);
}

} // namespace domain::leaving
