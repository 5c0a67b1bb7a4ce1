#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "domain/core/refused.hpp"
#include "domain/profiles/profile.hpp"

namespace domain::profiles {

/// The three rows a profile is kept in, each sealed under a category of its own.
enum class Part : std::uint8_t { person, contact, company };

/// What a field holds, and so what may be typed there.
enum class Holds : std::uint8_t { text, country, birth_date, number, legal_form, vat_regime };

/// Why somebody has no number of this kind, one of a few codes (RT-30).
struct NoNumber {
    std::string Company::*because = nullptr;
    std::string_view column{};
    std::array<std::string_view, 3> reasons{};
};

/// One thing an account says of itself. The policy may demand exactly these; store, views, API
/// description and rules go through the list.
struct ProfileField {
    std::string_view path; // "company.siret": of the API and of policies
    std::size_t most;      // code points
    Holds holds;
    std::string (*text)(const Profile&);           // "" is: not given
    bool (*take)(Profile&, std::string_view text); // false when it is no such value
    NoNumber none{};

    /// The column, and the name it is sealed under.
    constexpr std::string_view column() const { return path.substr(path.rfind('.') + 1); }
    constexpr Part part() const
    {
        if (path.starts_with("person.")) return Part::person;
        return path.starts_with("company.") ? Part::company : Part::contact;
    }
    /// A code out of a short list says nothing of anybody, so it is kept as it is.
    constexpr bool is_sealed() const { return holds != Holds::vat_regime; }
    /// Whether there is a value, or a reason why there is none.
    bool is_answered(const Profile& profile) const;
};

namespace field_types {

inline std::string text_of(const std::string& value)
{
    return value;
}
inline std::string text_of(const std::optional<LegalForm>& form)
{
    return form ? form->text() : "";
}
inline std::string text_of(const std::optional<VatRegime>& regime)
{
    return regime ? std::string(name(*regime)) : "";
}
inline std::string text_of(const Country& country)
{
    return country.text();
}
inline bool take(std::string& value, std::string_view text)
{
    value = text;
    return true;
}
inline bool take(Country& country, std::string_view text)
{
    const auto found = Country::parse(text);
    country = found.value_or(Country());
    return found || text.empty();
}
inline bool take(std::optional<LegalForm>& form, std::string_view text)
{
    form = parse_legal_form(text);
    return form || text.empty();
}
inline bool take(std::optional<VatRegime>& regime, std::string_view text)
{
    regime = parse_vat_regime(text);
    return regime || text.empty();
}

} // namespace field_types

/// The field at a chain of members: field<&Profile::person, &Person::surname>(…).
template <auto... members>
constexpr ProfileField field(std::string_view path, std::size_t most, Holds holds = Holds::text,
                             NoNumber none = {})
{
    return {path,
            most,
            holds,
            [](const Profile& profile) { return field_types::text_of((profile.*....*members)); },
            [](Profile& profile, std::string_view text) {
                return field_types::take((profile.*....*members), text);
            },
            none};
}

inline constexpr std::array profile_fields = {
    field<&Profile::person, &Person::surname>("person.surname", 80),
    field<&Profile::person, &Person::first_name>("person.first_name", 80),
    field<&Profile::person, &Person::birth_date>("person.birth_date", 10, Holds::birth_date),
    field<&Profile::person, &Person::country_of_residence>("person.country_of_residence", 2,
                                                           Holds::country),
    field<&Profile::person, &Person::nationality>("person.nationality", 2, Holds::country),
    field<&Profile::contact, &Contact::phone>("phone", 30),
    field<&Profile::contact, &Contact::address, &platform::PostalAddress::line1>("address.line1",
                                                                                 120),
    field<&Profile::contact, &Contact::address, &platform::PostalAddress::line2>("address.line2",
                                                                                 120),
    field<&Profile::contact, &Contact::address, &platform::PostalAddress::postcode>(
        "address.postcode", 12),
    field<&Profile::contact, &Contact::address, &platform::PostalAddress::city>("address.city", 80),
    field<&Profile::contact, &Contact::address, &platform::PostalAddress::country>(
        "address.country", 2, Holds::country),
    field<&Profile::company, &Company::name>("company.name", 120),
    field<&Profile::company, &Company::legal_form>("company.legal_form", 60, Holds::legal_form),
    field<&Profile::company, &Company::siret>(
        "company.siret", 20, Holds::number,
        {&Company::siret_none_because,
         "siret_none_because",
         {"foreign_company", "being_registered", "association"}}),
    field<&Profile::company, &Company::vat_number>(
        "company.vat_number", 20, Holds::number,
        {&Company::vat_none_because,
         "vat_none_because",
         {"franchise_293b", "foreign_company", "not_taxable"}}),
    field<&Profile::company, &Company::vat_regime>("company.vat_regime", 10, Holds::vat_regime),
    field<&Profile::company, &Company::capital>("company.capital", 40),
    field<&Profile::company, &Company::rcs_city>("company.rcs_city", 60),
};

/// The field at that path, or nothing.
const ProfileField* find_field(std::string_view path);

/// Puts what somebody typed, mended: numbers without spaces and dots, codes in capitals. Says what
/// is expected when it is no such value; the field is then as if not given.
std::optional<Say> put(Profile& profile, const ProfileField& field, std::string_view typed);

} // namespace domain::profiles
