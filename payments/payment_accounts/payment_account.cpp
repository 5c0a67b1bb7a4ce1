#include "payments/payment_accounts/payment_account.hpp"

#include <array>

#include "domain/core/text.hpp"

namespace payments::payment_accounts {

namespace {

Address address_from(const domain::platform::PostalAddress& address)
{
    return {address.line1, address.line2, address.postcode, address.city, address.country};
}

} // namespace

std::string legal_person_type(std::string_view legal_form)
{
    constexpr std::array<std::string_view, 4> sole = {"ei", "entreprise individuelle", "micro",
                                                      "auto-entre"};
    const auto form = domain::folded(legal_form);
    for (const auto start : sole) {
        const bool whole_word = start != "ei" || form == "ei";
        if (form.starts_with(start) && whole_word) return "SOLETRADER";
    }
    if (form.starts_with("entrepreneur individuel")) return "SOLETRADER";
    if (form.find("association") != form.npos) return "ORGANIZATION";
    return "BUSINESS";
}

Person person_from(const domain::profiles::Profile& profile)
{
    const auto& person = profile.person;
    const auto& contact = profile.contact;
    return {person.first_name,
            person.surname,
            contact.email,
            person.nationality,
            person.country_of_residence,
            domain::parse_day(person.birth_date),
            contact.phone,
            contact.phone.starts_with("+") || contact.phone.empty() ? "" : contact.address.country,
            address_from(contact.address)};
}

std::optional<Company> company_from(const domain::profiles::Profile& profile)
{
    if (!profile.is_company) return {};
    const auto& company = profile.company;
    return Company{company.name, legal_person_type(company.legal_form), company.siren(),
                   address_from(profile.contact.address)};
}

} // namespace payments::payment_accounts
