#include "domain/payees/billing.hpp"

#include "domain/accounts/account_store.hpp"
#include "domain/core/check.hpp"
#include "domain/profiles/profile_field.hpp"
#include "domain/profiles/profile_rules.hpp"
#include "domain/profiles/profile_store.hpp"

namespace domain::payees {

namespace {

using policy::Step;
using policy::Who;

std::set<std::string> by_law(const profiles::Profile& profile, Step step)
{
    // CGI ann. II 242 nonies A: names and addresses of both sides.
    std::set<std::string> paths = {"person.surname",   "person.first_name", "address.line1",
                                   "address.postcode", "address.city",      "address.country"};
    if (step == Step::quote_acceptance) {
        if (profile.is_company) paths.insert({"company.name", "company.siret"});
        return paths;
    }
    const auto& company = profile.company;
    paths.insert(
        {"phone", "company.name", "company.legal_form", "company.siret", "company.vat_regime"});
    if (company.vat_regime == profiles::VatRegime::standard) paths.insert("company.vat_number");
    const auto demands = company.legal_form ? company.legal_form->demands() : profiles::Demands{};
    if (demands.capital) paths.insert("company.capital");
    if (demands.register_entry) paths.insert("company.rcs_city");
    return paths;
}

/// A reason for having no VAT number is no answer for whoever has to charge VAT.
bool is_satisfied(const profiles::Profile& profile, const profiles::ProfileField& field)
{
    const bool needs_number = field.path == "company.vat_number" &&
                              profile.company.vat_regime == profiles::VatRegime::standard;
    return needs_number ? !field.text(profile).empty() : field.is_answered(profile);
}

} // namespace

BillingIdentity identity_in(const profiles::Profile& profile)
{
    const auto& company = profile.company;
    return {.name = profiles::legal_name(profile),
            .is_company = profile.is_company,
            .legal_form = company.legal_form,
            .siren = company.siren(),
            .siret = company.siret,
            .vat_number = company.vat_number,
            .vat_regime = company.vat_regime,
            .capital = company.capital,
            .rcs_city = company.rcs_city,
            .address = profile.contact.address,
            .email = profile.contact.email};
}

BillingIdentity billing_identity(Transaction& tx, const AccountId& account)
{
    return identity_in(profiles::profile_of(tx, accounts::find(tx, account)));
}

std::set<std::string> mandatory_for(const profiles::Profile& profile, const policy::Policy& policy,
                                    Step step)
{
    const bool is_buying = step == Step::quote_acceptance;
    auto paths = by_law(profile, step);
    paths.merge(std::set(policy.mandatory(is_buying ? Who::client : Who::provider, step)));
    if (profile.is_company) {
        paths.merge(std::set(
            policy.mandatory(is_buying ? Who::client_company : Who::provider_company, step)));
    }
    std::erase_if(paths, [&](const auto& path) { return !profiles::is_demandable(profile, path); });
    return paths;
}

std::vector<std::string> missing_for(const profiles::Profile& profile, const policy::Policy& policy,
                                     Step step)
{
    std::vector<std::string> missing;
    for (const auto& path : mandatory_for(profile, policy, step)) {
        const auto* field = profiles::find_field(path);
        check(field != nullptr, "a policy in use demands fields that profiles have");
        if (!is_satisfied(profile, *field)) missing.push_back(path);
    }
    return missing;
}

std::vector<FieldError> missing_fields(const profiles::Profile& profile,
                                       const policy::Policy& policy, Step step)
{
    std::vector<FieldError> fields;
    for (const auto& path : missing_for(profile, policy, step)) {
        fields.push_back(
            {path,
             {"Ce champ est obligatoire à cette étape.", "This field is mandatory at this step."}});
    }
    return fields;
}

Refused incomplete(Step step, std::vector<FieldError> fields)
{
    const std::string step_name(name(step));
    return {Refusal::action_unavailable,
            {"Complétez d'abord votre compte pour l'étape « " + step_name + " ».",
             "Complete your account first for the step \"" + step_name + "\"."},
            std::move(fields)};
}

void require_complete(Transaction& tx, const policy::Policy& policy, const AccountId& account,
                      Step step)
{
    const auto profile = profiles::profile_of(tx, accounts::find(tx, account));
    auto missing = missing_fields(profile, policy, step);
    if (!missing.empty()) throw incomplete(step, std::move(missing));
}

} // namespace domain::payees
