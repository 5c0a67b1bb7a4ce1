#include "domain/members/open_quotes.hpp"

#include <algorithm>

#include "domain/payees/identity.hpp"
#include "domain/quotes/quote_store.hpp"

namespace domain::members {

using profiles::Profile;

namespace {

/// What a change from `before` to `after` takes away from whoever holds a quote of theirs.
std::vector<FieldError> taken_away(Transaction& tx, const payees::Conditions& conditions,
                                   const Profile& before, const Profile& after)
{
    const auto lacking = payees::wrong_details(tx, conditions, before);
    auto taken = payees::wrong_details(tx, conditions, after);
    std::erase_if(taken, [&](const FieldError& one) {
        return std::ranges::find(lacking, one.field, &FieldError::field) != lacking.end();
    });
    if (before.is_provider && !after.is_provider) {
        taken.push_back({"roles",
                         {"Vous avez envoyé un devis en tant que prestataire.",
                          "You sent a quote as a provider."}});
    }
    if (before.company.vat_regime != after.company.vat_regime) {
        taken.push_back({"company.vat_regime",
                         {"Un devis envoyé compte la TVA selon le régime d'avant.",
                          "A quote that you sent has the VAT of the regime before."}});
    }
    std::ranges::move(payees::identity_changes(before, after), std::back_inserter(taken));
    return taken;
}

} // namespace

void keep_open_quotes(Transaction& tx, const payees::Conditions& conditions, const AccountId& id,
                      const Profile& before, const Profile& after)
{
    if (!quotes::has_living(tx, id)) return;
    auto taken = taken_away(tx, conditions, before, after);
    if (taken.empty()) return;
    throw Refused(
        Refusal::invalid_fields,
        {"Un devis que vous avez envoyé compte sur ces informations : retirez-le d'abord, "
         "ou attendez sa fin.",
         "A quote that you sent relies on these details: withdraw it first, or wait until "
         "it has ended."},
        std::move(taken));
}

} // namespace domain::members
