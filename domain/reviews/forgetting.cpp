#include "domain/reviews/forgetting.hpp"

#include "domain/profiles/profile_store.hpp"
#include "domain/reviews/reviews.hpp"

namespace domain::reviews {

namespace {

void pseudonymise(Transaction& tx, const forgetting::Leaving& leaving)
{
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
