#include "domain/profiles/profile_rules.hpp"

#include "domain/core/check.hpp"
#include "domain/profiles/company_number.hpp"
#include "domain/profiles/legal_name.hpp"
#include "domain/profiles/profile_field.hpp"

namespace domain::profiles {

namespace {

constexpr int oldest = 130; // years; older is a typing error

using Wrong = std::vector<FieldError>;

void check_answered(const Profile& profile, const policy::Policy& policy, Wrong& wrong)
{
    for (const auto& path : demanded_at_sign_up(profile, policy)) {
        const auto* field = find_field(path);
        check(field != nullptr, "a policy in use demands fields that profiles have");
        if (field->is_answered(profile)) continue;
        wrong.push_back({path, {"Ce champ est obligatoire.", "This field is mandatory."}});
    }
}

void check_roles(const Profile& profile, Wrong& wrong)
{
    if (profile.is_client || profile.is_provider) return;
    wrong.push_back({"roles",
                     {"Donnez au moins un rôle : client ou prestataire.",
                      "Give at least one role: client or provider."}});
}

void check_age(const Person& person, int minimum, Day today, Wrong& wrong)
{
    const auto birth = parse_day(person.birth_date);
    if (!birth) return;
    const int age = age_on(*birth, today);
    if (age >= minimum && age <= oldest) return;
    const auto years = std::to_string(minimum);
    wrong.push_back({"person.birth_date",
                     {"Il faut avoir au moins " + years + " ans.",
                      "One must be at least " + years + " years old."}});
}

/// A company is another person than whoever owns it (C. civ. 1842): its documents would name
/// neither.
void check_legal_form(const Profile& profile, Wrong& wrong)
{
    const auto& form = profile.company.legal_form;
    if (profile.is_company || !form || form->family() == LegalFamily::sole_trader) return;
    wrong.push_back(
        {"company.legal_form",
         {"« " + form->text() +
              " » n'est pas la forme d'une personne physique. Donnez « EI » si "
              "vous exercez en votre nom ; pour cette forme, inscrivez-vous comme société.",
          "\"" + form->text() +
              "\" is no form of a natural person. Give \"EI\" if you trade in "
              "your own name; for this form, register as a company."}});
}

void check_numbers(const Company& company, Wrong& wrong)
{
    if (!company.siret.empty() && !is_siret(company.siret)) {
        wrong.push_back({"company.siret",
                         {"Ce n'est pas un SIRET : 14 chiffres, clé comprise.",
                          "This is not a SIRET: 14 digits with a valid key."}});
    }
    if (company.vat_number.empty()) return;
    if (!is_eu_vat_number(company.vat_number)) {
        wrong.push_back({"company.vat_number",
                         {"Ce n'est pas un numéro de TVA intracommunautaire.",
                          "This is not a VAT number of the European Union."}});
    } else if (company.vat_number.starts_with("FR") && !company.siret.empty() &&
               siren_in(company.vat_number) != company.siren()) {
        wrong.push_back({"company.vat_number",
                         {"Ce numéro de TVA n'est pas celui de ce SIRET.",
                          "This VAT number is not that of this SIRET."}});
    }
}

/// Of every order the operator takes a commission and invoices it to the provider: here it would be
/// dealing with itself.
void check_operator(const Profile& profile, const platform::Company& us, Wrong& wrong)
{
    if (!profile.is_provider) return;
    const auto& company = profile.company;
    const auto complain_of = [&](const char* path) {
        wrong.push_back({path,
                         {"C'est le numéro de l'entreprise qui exploite cette place de marché, où "
                          "elle ne peut pas être prestataire. Donnez celui de votre entreprise.",
                          "This is the number of the company that runs this marketplace, on which "
                          "it cannot be a provider. Give that of your own business."}});
    };
    const auto is_ours = [](const std::string& number, const std::string& our_number) {
        return !number.empty() && number == our_number;
    };
    if (is_ours(company.siren(), us.siren)) complain_of("company.siret");
    if (is_ours(company.vat_number, us.vat_number) ||
        is_ours(siren_in(company.vat_number), us.siren))
        complain_of("company.vat_number");
}

/// A franchisee has no VAT number because of CGI 293 B, and for no other reason.
void check_regime(const Company& company, Wrong& wrong)
{
    constexpr std::string_view small_business = "franchise_293b";
    const auto& reason = company.vat_none_because;
    if (company.vat_regime == VatRegime::franchise && !reason.empty() && reason != small_business) {
        wrong.push_back({"company.vat_regime",
                         {"Le régime contredit la raison donnée pour le numéro.",
                          "The regime contradicts the reason given for the number."}});
    }
    if (company.vat_regime == VatRegime::standard && reason == small_business) {
        wrong.push_back({"company.vat_regime",
                         {"Une franchise en base n'est pas le régime normal.",
                          "An exempt small business is not in the standard regime."}});
    }
}

} // namespace

bool is_of_bodies_only(std::string_view path)
{
    return path == "company.name";
}

bool is_demandable(const Profile& profile, std::string_view path)
{
    return !is_of_bodies_only(path) ||
           !is_natural_person(profile.is_company, profile.company.legal_form);
}

std::set<std::string> demanded_at_sign_up(const Profile& profile, const policy::Policy& policy)
{
    using policy::Who;
    std::set<std::string> paths;
    const auto add = [&](bool applies, Who who) {
        if (applies) paths.merge(std::set(policy.mandatory(who, policy::Step::sign_up)));
    };
    add(profile.is_client, Who::client);
    add(profile.is_client && profile.is_company, Who::client_company);
    add(profile.is_provider, Who::provider);
    add(profile.is_provider && profile.is_company, Who::provider_company);
    std::erase_if(paths, [&](const std::string& path) { return !is_demandable(profile, path); });
    return paths;
}

std::vector<FieldError> wrong_in(const Profile& profile, const Marketplace& marketplace, Day today)
{
    const auto& policy = marketplace.policy;
    Wrong wrong;
    check_roles(profile, wrong);
    check_age(profile.person, policy.minimum_age(), today, wrong);
    check_legal_form(profile, wrong);
    check_numbers(profile.company, wrong);
    check_operator(profile, marketplace.platform.company, wrong);
    check_regime(profile.company, wrong);
    check_answered(profile, policy, wrong);
    return wrong;
}

std::vector<std::string> unknown_demands(const policy::Policy& policy)
{
    std::vector<std::string> unknown;
    for (const auto& demand : policy.demands()) {
        const bool is_of_profiles = demand.step != policy::Step::publication;
        if (!is_of_profiles || find_field(demand.path) != nullptr) continue;
        unknown.push_back("fields." + std::string(name(demand.who)) + "." +
                          std::string(name(demand.step)) + " demands \"" + demand.path +
                          "\", which no profile has");
    }
    return unknown;
}

} // namespace domain::profiles
