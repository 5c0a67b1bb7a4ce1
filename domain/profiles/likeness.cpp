#include "domain/profiles/likeness.hpp"

#include <algorithm>
#include <array>

#include "domain/core/text.hpp"
#include "domain/profiles/company_number.hpp"

namespace domain::profiles {

namespace {

using WordList = std::vector<std::string>;

constexpr std::array<std::string_view, 17> particles = {"d",   "de",  "del", "della", "den", "der",
                                                        "des", "di",  "du",  "l",     "la",  "le",
                                                        "les", "van", "von", "y",     "zu"};

/// One letter where "ä", "å", "ö", "ø" and "ü" are also written as two: "mueller" -> "muller".
std::string with_single_vowels(std::string_view word)
{
    constexpr std::array<std::string_view, 4> pairs = {"aa", "ae", "oe", "ue"};
    std::string single;
    for (const char letter : word) {
        const auto pair = single.empty() ? std::string() : std::string{single.back(), letter};
        if (std::ranges::find(pairs, pair) == pairs.end()) single += letter;
    }
    return single;
}

WordList without_particles(const WordList& words)
{
    auto left = words;
    std::erase_if(left, [](const std::string& word) {
        return std::ranges::find(particles, word) != particles.end();
    });
    return left.empty() ? words : left; // "Le" is a surname too
}

std::string joined(const WordList& words, std::string_view between)
{
    std::string text;
    for (const auto& word : words) {
        if (!text.empty()) text += between;
        text += word;
    }
    return text;
}

std::string in_one_order(WordList words)
{
    for (auto& word : words)
        word = with_single_vowels(word);
    std::ranges::sort(words);
    return joined(words, " ");
}

} // namespace

bool is_same_name(std::string_view one, std::string_view other)
{
    if (one == other) return true;
    const auto words = name_words(one);
    return !words.empty() && words == name_words(other);
}

std::vector<std::string> likenesses_of(const Vault& vault, const Person& person)
{
    const auto first_names = name_words(person.first_name);
    const auto surnames = name_words(person.surname);
    auto words = first_names;
    words.insert(words.end(), surnames.begin(), surnames.end());
    if (words.empty() || person.birth_date.empty()) return {};
    const auto index = [&](const std::string& name) {
        return vault.blind_index("person", name + " " + person.birth_date);
    };
    return {index(in_one_order(without_particles(words))),
            index(in_one_order({joined(first_names, ""), joined(surnames, "")}))};
}

std::vector<std::string> likenesses_of(const Vault& vault, const Company& company)
{
    auto number = company.siren();
    if (number.empty()) number = siren_in(company.vat_number);
    if (number.empty()) number = company.vat_number;
    if (number.empty()) return {};
    return {vault.blind_index("business", number)};
}

} // namespace domain::profiles
