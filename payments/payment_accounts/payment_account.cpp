#include "payments/payment_accounts/payment_account.hpp"

#include <utility>

#include "domain/profiles/legal_name.hpp"

namespace payments::payment_accounts {

namespace {

Address address_from(const domain::platform::PostalAddress& address)
{
    return {address.line1, address.line2, address.postcode, address.city, address.country};
}

} // namespace

std::string_view legal_person_type(domain::profiles::LegalFamily family)
{
    using enum domain::profiles::LegalFamily;
    switch (family) {
    case sole_trader: return "SOLETRADER";
    case association:
    case public_enterprise:
    case public_body: return "ORGANIZATION";
    case commercial_company:
    case civil_company:
    case economic_interest_group:
    case foreign: break;
    }
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
            contact.phone.starts_with("+") || contact.phone.empty() ? domain::Country()
                                                                    : contact.address.country,
            address_from(contact.address)};
}

std::optional<Company> company_from(const domain::profiles::Profile& profile)
{
    if (!profile.is_company) return {};
    const auto& company = profile.company;
    const auto family = company.legal_form ? company.legal_form->family()
                                           : domain::profiles::LegalFamily::commercial_company;
    auto name = company.name;
    if (name.empty()) name = domain::profiles::legal_name(profile).name; // of a sole trader
    return Company{std::move(name), std::string(legal_person_type(family)), company.siren(),
                   address_from(profile.contact.address)};
}

} // namespace payments::payment_accounts
