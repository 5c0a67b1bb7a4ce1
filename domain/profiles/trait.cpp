#include "domain/profiles/trait.hpp"

#include "domain/core/words.hpp"

namespace domain::profiles {

namespace {

constexpr Word<TraitKind> trait_words[] = {
    {TraitKind::first_name, "first_name"}, {TraitKind::surname, "surname"},
    {TraitKind::birth_date, "birth_date"}, {TraitKind::email, "email"},
    {TraitKind::phone, "phone"},           {TraitKind::address_line, "address_line"},
    {TraitKind::postcode, "postcode"},     {TraitKind::city, "city"},
    {TraitKind::business, "business"},     {TraitKind::number, "number"},
};
constexpr Words trait_kinds(trait_words);

} // namespace

std::string_view name(TraitKind kind)
{
    return trait_kinds.name(kind);
}

std::optional<TraitKind> parse_trait_kind(std::string_view text)
{
    return trait_kinds.parse(text);
}

std::vector<Trait> traits_of(const Profile& profile)
{
    using enum TraitKind;
    const auto& [person, contact, company] =
        std::tie(profile.person, profile.contact, profile.company);
    std::vector<Trait> traits = {
        {first_name, person.first_name},
        {surname, person.surname},
        {birth_date, person.birth_date},
        {email, contact.email},
        {phone, contact.phone},
        {address_line, contact.address.line1},
        {address_line, contact.address.line2},
        {postcode, contact.address.postcode},
        {city, contact.address.city},
        {business, company.name},
        {number, company.siret},
        {number, company.vat_number},
    };
    std::erase_if(traits, [](const Trait& trait) { return trait.text.empty(); });
    return traits;
}

} // namespace domain::profiles
