#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/accounts/account.hpp"
#include "domain/platform/platform.hpp"
#include "domain/profiles/legal_form.hpp"
#include "domain/profiles/vat_regime.hpp"

namespace domain::profiles {

/// Who the person is; for a company, its legal representative. "" is: not given.
struct Person {
    std::string surname, first_name, birth_date;
    Country country_of_residence, nationality;
};

/// How to reach the person. The e-mail is the one the account signs in with.
struct Contact {
    std::string email{}, phone{};
    platform::PostalAddress address{"", "", "", "", Country()};
};

/// The business, whether a legal person or a sole trader. A SIRET or VAT number may be absent
/// for a reason (RT-30): `…_none_because` is then its code.
struct Company {
    std::string name{};
    std::optional<LegalForm> legal_form{};
    std::string siret{}, siret_none_because{}, vat_number{}, vat_none_because{};
    std::optional<VatRegime> vat_regime{};
    std::string capital{}, rcs_city{};

    std::string siren() const { return siret.substr(0, 9); }
};

/// Everything an account says of itself that is not published.
struct Profile {
    bool is_client = false;
    bool is_provider = false;
    bool is_company = false;
    accounts::Clientele clientele = accounts::Clientele::both;
    Language language = Language::fr;
    Person person{};
    Contact contact{};
    Company company{};
};

/// "Ana M.": what anybody may see (RT-8).
std::string public_name(const Person& person);

/// Whether whoever this is sells in the course of a trade: a company, or a sole trader, who has a
/// number in the register of companies.
bool is_professional(const Profile& profile);

/// Full years between two days.
int age_on(Day birth, Day today);

} // namespace domain::profiles
