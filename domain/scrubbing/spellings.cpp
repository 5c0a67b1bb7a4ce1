#include "domain/scrubbing/spellings.hpp"

#include "domain/scrubbing/address_spellings.hpp"
#include "domain/scrubbing/name_spellings.hpp"
#include "domain/scrubbing/number_spellings.hpp"

namespace domain::scrubbing {

using profiles::Trait;
using profiles::TraitKind;

namespace {

std::string initials_of(const std::string& name)
{
    std::string initials;
    for (const auto& word : words_of(name))
        initials += word.front();
    return initials;
}

std::vector<std::string> texts_of(const std::vector<Trait>& traits, TraitKind kind)
{
    std::vector<std::string> texts;
    for (const auto& trait : traits) {
        if (trait.kind == kind) texts.push_back(trait.text);
    }
    return texts;
}

} // namespace

Spellings spellings_of(const std::vector<Trait>& traits)
{
    using enum TraitKind;
    Gathered anywhere, places, beside_places;
    std::string initials;
    for (const auto& [kind, text] : traits) {
        switch (kind) {
        case first_name:
        case surname:
            add_name(anywhere, text);
            initials += initials_of(text);
            break;
        case birth_date: add_birth_date(anywhere, text); break;
        case email: add_email(anywhere, text); break;
        case phone: add_phone(anywhere, text); break;
        case business: add_business(anywhere, text); break;
        case number: add_company_number(anywhere, text); break;
        case address_line: add_address_line(places, text); break;
        case postcode: places.whole(text, word_min); break;
        case city: add_town(beside_places, text); break;
        }
    }
    for (const auto& first : texts_of(traits, first_name)) {
        for (const auto& last : texts_of(traits, surname))
            add_handles(anywhere, first, last);
    }
    return {anywhere.keys(), places.keys(), beside_places.keys(), initials};
}

} // namespace domain::scrubbing
