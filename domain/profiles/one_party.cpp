#include "domain/profiles/one_party.hpp"

#include <cstdint>

#include "domain/core/text.hpp"
#include "domain/profiles/company_number.hpp"

namespace domain::profiles {

namespace {

/// What identifies a business: the SIREN, which a French VAT number ends with; else another state's
/// VAT number. "" when there is neither.
std::string number_of(const Company& company)
{
    constexpr std::size_t country_and_key = 4;
    if (!company.siret.empty()) return company.siren();
    const auto& vat = company.vat_number;
    return is_french_vat_number(vat) ? vat.substr(country_and_key) : vat;
}

} // namespace

std::optional<std::string> likeness_of(const Vault& vault, const Person& person)
{
    const auto letters = sorted_letters(person.first_name + person.surname);
    if (letters.empty() || person.birth_date.empty()) return {};
    return vault.blind_index("person", letters + " " + person.birth_date);
}

std::optional<std::string> likeness_of(const Vault& vault, const Company& company)
{
    const auto number = number_of(company);
    if (number.empty()) return {};
    return vault.blind_index("business", number);
}

bool are_one_party(Transaction& tx, const AccountId& one, const AccountId& other)
{
    return tx.one<std::int64_t>(R"(
        SELECT (SELECT COUNT(*)
                  FROM account_identity a
                  JOIN account_identity b ON b.likeness = a.likeness
                 WHERE a.account_id = :one AND b.account_id = :other)
               + (SELECT COUNT(*)
                    FROM account_company a
                    JOIN account_company b ON b.likeness = a.likeness
                   WHERE a.account_id = :one AND b.account_id = :other))",
                                one, other) > 0;
}

Say deals_with_itself()
{
    return {"Selon vos deux profils, ce serait traiter avec vous-même ou avec votre propre "
            "entreprise. Vérifiez votre nom, votre date de naissance et votre SIRET ; s'ils sont "
            "exacts, écrivez au support.",
            "By your two profiles this would be dealing with yourself or your own company. Check "
            "your name, your birth date and your SIRET; if they are right, write to support."};
}

void require_two_parties(Transaction& tx, const AccountId& one, const AccountId& other)
{
    if (are_one_party(tx, one, other))
        throw Refused(Refusal::action_unavailable, deals_with_itself());
}

} // namespace domain::profiles
