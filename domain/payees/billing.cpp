#include "domain/payees/billing.hpp"

#include <map>

#include "domain/accounts/account_store.hpp"
#include "domain/profiles/profile_store.hpp"

namespace domain::payees {

namespace {

const Say mandatory_here = {"Ce champ est obligatoire à cette étape.",
                            "This field is mandatory at this step."};

/// What the account has at each path that a step may name; "" where nothing was given.
std::map<std::string, std::string> given(const profiles::Profile& profile)
{
    const auto& [surname, first_name, birth_date, residence, nationality] = profile.person;
    const auto& address = profile.contact.address;
    const auto& company = profile.company;
    return {{"person.surname", surname},
            {"person.first_name", first_name},
            {"person.birth_date", birth_date},
            {"person.country_of_residence", residence},
            {"person.nationality", nationality},
            {"phone", profile.contact.phone},
            {"address.line1", address.line1},
            {"address.postcode", address.postcode},
            {"address.city", address.city},
            {"address.country", address.country},
            {"company.name", company.name},
            {"company.legal_form", company.legal_form},
            {"company.siret", company.siret + company.siret_none_because},
            {"company.vat_number", company.vat_number + company.vat_none_because},
            {"company.vat_regime", company.vat_regime},
            {"company.capital", company.capital},
            {"company.rcs_city", company.rcs_city}};
}

std::set<std::string> by_law(const profiles::Profile& profile, Step step)
{
    // CGI ann. II 242 nonies A: names and addresses of both sides.
    std::set<std::string> paths = {"person.surname",   "person.first_name", "address.line1",
                                   "address.postcode", "address.city",      "address.country"};
    if (step == Step::quote_acceptance) {
        if (profile.is_company) paths.insert({"company.name", "company.siret"});
        return paths;
    }
    paths.insert(
        {"phone", "company.name", "company.legal_form", "company.siret", "company.vat_regime"});
    if (profile.company.vat_regime == "standard") paths.insert("company.vat_number");
    // C. com. R123-238: share capital and trade register on every invoice of a company.
    if (profiles::is_commercial_company(profile.company.legal_form)) {
        paths.insert({"company.capital", "company.rcs_city"});
    }
    return paths;
}

bool is_satisfied(const profiles::Profile& profile, const std::string& path,
                  const std::string& value)
{
    const bool needs_number =
        path == "company.vat_number" && profile.company.vat_regime == "standard";
    return needs_number ? !profile.company.vat_number.empty() : !value.empty();
}

} // namespace

std::string_view name(Step step)
{
    return step == Step::quote_acceptance ? "quote_acceptance" : "becoming_payable";
}

BillingIdentity billing_identity(Transaction& tx, const AccountId& account)
{
    const auto profile = profiles::profile_of(tx, accounts::find(tx, account));
    const auto& company = profile.company;
    const auto& person = profile.person;
    const bool trades_by_name = !company.name.empty();
    return {.display_name =
                trades_by_name ? company.name : person.first_name + " " + person.surname,
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

std::set<std::string> mandatory_for(const profiles::Profile& profile, const policy::Policy& policy,
                                    Step step)
{
    auto paths = by_law(profile, step);
    const std::string who = step == Step::quote_acceptance ? "client" : "provider";
    paths.merge(std::set(policy.mandatory(who, name(step))));
    if (profile.is_company) paths.merge(std::set(policy.mandatory(who + "_company", name(step))));
    return paths;
}

std::vector<std::string> missing_for(const profiles::Profile& profile, const policy::Policy& policy,
                                     Step step)
{
    const auto values = given(profile);
    std::vector<std::string> missing;
    for (const auto& path : mandatory_for(profile, policy, step)) {
        const auto value = values.find(path);
        check(value != values.end(), "the policy names fields that accounts have");
        if (!is_satisfied(profile, path, value->second)) missing.push_back(path);
    }
    return missing;
}

void require_complete(Transaction& tx, const policy::Policy& policy, const AccountId& account,
                      Step step)
{
    const auto missing =
        missing_for(profiles::profile_of(tx, accounts::find(tx, account)), policy, step);
    if (missing.empty()) return;
    std::vector<FieldError> fields;
    fields.reserve(missing.size());
    for (const auto& path : missing)
        fields.push_back({path, mandatory_here});
    const std::string step_name(name(step));
    throw Refused(Refusal::action_unavailable,
                  {"Complétez d'abord votre compte pour l'étape « " + step_name + " ».",
                   "Complete your account first for the step \"" + step_name + "\"."},
                  std::move(fields));
}

} // namespace domain::payees
