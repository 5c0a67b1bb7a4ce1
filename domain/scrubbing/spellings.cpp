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

/// What leads to one person whatever the text is about; false for any other trait.
bool add_what_is_its_own(Gathered& keys, const Trait& trait)
{
    using enum TraitKind;
    switch (trait.kind) {
    case birth_date: add_birth_date(keys, trait.text); return true;
    case email: add_email(keys, trait.text); return true;
    case phone: add_phone(keys, trait.text); return true;
    case number: add_company_number(keys, trait.text); return true;
    case first_name:
    case surname:
    case business:
    case address_line:
    case postcode:
    case city: break;
    }
    return false;
}

/// `add` of each first name with each surname.
void add_pairs(Gathered& keys, const std::vector<Trait>& traits,
               void (*add)(Gathered&, const std::string&, const std::string&))
{
    for (const auto& first : texts_of(traits, TraitKind::first_name)) {
        for (const auto& last : texts_of(traits, TraitKind::surname))
            add(keys, first, last);
    }
}

} // namespace

Spellings spellings_of(const std::vector<Trait>& traits)
{
    using enum TraitKind;
    Gathered anywhere, places, beside_places;
    std::string initials;
    for (const auto& trait : traits) {
        const auto& [kind, text] = trait;
        if (add_what_is_its_own(anywhere, trait)) continue;
        if (kind == first_name || kind == surname) {
            add_name(anywhere, text);
            initials += initials_of(text);
        }
        if (kind == business) add_business(anywhere, text);
        if (kind == address_line) add_address_line(places, text);
        if (kind == postcode) places.whole(text, word_min);
        if (kind == city) add_town(beside_places, text);
    }
    add_pairs(anywhere, traits, add_handles);
    return {anywhere.keys(), places.keys(), beside_places.keys(), initials};
}

Spellings spellings_in_passing(const std::vector<Trait>& traits)
{
    using enum TraitKind;
    Gathered anywhere;
    std::string initials;
    for (const auto& trait : traits) {
        const auto& [kind, text] = trait;
        if (add_what_is_its_own(anywhere, trait)) continue;
        if (kind == first_name) initials += initials_of(text);
        if (kind == surname) add_surname_in_passing(anywhere, text);
        if (kind == business) add_business_in_passing(anywhere, text);
        if (kind == address_line) anywhere.whole(text, word_min);
    }
    add_pairs(anywhere, traits, add_full_name);
    add_pairs(anywhere, traits, add_handles);
    return {anywhere.keys(), {}, {}, initials};
}

} // namespace domain::scrubbing
