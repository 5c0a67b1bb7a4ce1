#include "domain/reviews/forgetting.hpp"

#include "domain/profiles/forgetting_store.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/reviews/reviews.hpp"
#include "domain/vault/vault.hpp"

namespace domain::reviews {

namespace {

/// Data put back from before an erasure: what people said of themselves is there, and no key.
bool is_unreadable(Transaction& tx, const AccountId& account)
{
    return profiles::has_profile(tx, account) &&
           !tx.vault.has_key(account.text(), Category::identity);
}

void pseudonymise(Transaction& tx, const forgetting::Leaving& leaving)
{
    if (is_unreadable(tx, leaving.account)) {
        forget_author(tx, leaving.account, {});
        return;
    }
    const auto person = profiles::person_of(tx, leaving.account);
    const auto contact = profiles::contact_of(tx, leaving.account);
    const auto company = profiles::company_of(tx, leaving.account);
    forget_author(tx, leaving.account,
                  {person.first_name + " " + person.surname, person.surname, person.first_name,
                   contact.email, contact.phone, contact.address.line1, company.name,
                   company.siret});
}

} // namespace

forgetting::Eraser eraser()
{
    return {forgetting::with_the_account("reviews", policy::Action::pseudonymise), pseudonymise};
}

} // namespace domain::reviews
