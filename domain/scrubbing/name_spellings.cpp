#include "domain/scrubbing/name_spellings.hpp"

#include <algorithm>
#include <utility>

#include "domain/core/letters.hpp"
#include "domain/profiles/legal_form.hpp"

namespace domain::scrubbing {

namespace {

/// Parts of names that are words of a language: alone they name nobody.
constexpr std::string_view particles[] = {"aux",   "ben",   "bin", "dal", "dalla", "das", "del",
                                          "della", "dello", "dem", "den", "der",   "des", "dos",
                                          "ibn",   "las",   "les", "los", "sur",   "ten", "ter",
                                          "the",   "van",   "von", "zum", "zur"};

/// Where a keyboard has no such letter: "Müller", "Mueller".
constexpr std::pair<std::string_view, std::string_view> two_for_one[] = {
    {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"å", "aa"}, {"ø", "oe"},
    {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"Å", "aa"}, {"Ø", "oe"}};

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// The ways to write one name, as one word each.
std::set<std::string> variants(const std::string& name)
{
    auto longer = name;
    auto shorter = as_one_word(name);
    for (const auto& [one, two] : two_for_one) {
        longer = replaced(longer, one, two);
        shorter = replaced(shorter, two, two.substr(0, 1));
    }
    std::set<std::string> all = {as_one_word(name), as_one_word(longer)};
    if (shorter.size() >= word_min) all.insert(shorter); // "Zoe" is not "Zo"
    return all;
}

bool is_particle(const std::string& word)
{
    return std::ranges::find(particles, word) != std::end(particles);
}

bool is_legal_form(const std::string& word)
{
    static const auto forms = [] {
        std::set<std::string> words;
        for (const auto form : profiles::known_legal_forms())
            words.insert(as_one_word(form));
        return words;
    }();
    return forms.contains(word);
}

/// The variants of a name, of those of its parts that are long enough to be one's own, and of all
/// these together: who is called D'Étienne-Müller is written Étienne Müller too.
std::set<std::string> forms_of(const std::string& name)
{
    auto forms = variants(name);
    std::string part, own;
    std::size_t taken = 0; // one character of the name may be two letters: ß, œ
    for (const auto& letter : letters_of(name)) {
        if (letter.to > taken) part.append(name, letter.from, letter.to - letter.from);
        taken = letter.to;
        if (!letter.ends) continue;
        const auto whole_part = std::exchange(part, "");
        bool is_own = false;
        for (const auto& variant : variants(whole_part)) {
            if (variant.size() < part_min || is_particle(variant)) continue;
            forms.insert(variant);
            is_own = true;
        }
        if (is_own) own += whole_part;
    }
    forms.merge(variants(own));
    forms.erase("");
    return forms;
}

std::string without_form(const std::string& business)
{
    std::string words;
    for (const auto& word : words_of(business)) {
        if (!is_legal_form(word)) words += word + " ";
    }
    return words;
}

} // namespace

void add_name(Gathered& keys, const std::string& name)
{
    keys.whole(name, short_name);
    for (const auto& form : forms_of(name))
        keys.word(form, short_name);
}

void add_surname_in_passing(Gathered& keys, const std::string& surname)
{
    for (const auto& form : forms_of(surname))
        keys.proper(form, word_min);
}

void add_full_name(Gathered& keys, const std::string& first_name, const std::string& surname)
{
    const auto lasts = variants(surname);
    for (const auto& first : forms_of(first_name)) {
        for (const auto& last : lasts) {
            if (last.empty()) continue;
            keys.word(first + last, word_min);
            keys.word(last + first, word_min);
            keys.proper(first + last.front(), part_min);
        }
    }
}

void add_handles(Gathered& keys, const std::string& first_name, const std::string& surname)
{
    const auto lasts = forms_of(surname);
    for (const auto& first : forms_of(first_name)) {
        for (const auto& last : lasts) {
            keys.solid(first + last);
            keys.solid(last + first);
            keys.solid(first.front() + last);
        }
    }
}

void add_business(Gathered& keys, const std::string& name)
{
    keys.whole(name);
    keys.whole(without_form(name));
}

void add_business_in_passing(Gathered& keys, const std::string& name)
{
    const auto short_form = without_form(name);
    if (words_of(short_form).size() > 1) return add_business(keys, name);
    keys.proper(as_one_word(short_form), part_min);
}

} // namespace domain::scrubbing
