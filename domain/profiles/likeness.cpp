#include "domain/profiles/likeness.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "domain/core/text.hpp"
#include "domain/profiles/company_number.hpp"

namespace domain::profiles {

namespace {

using WordList = std::vector<std::string>;

constexpr std::array<std::string_view, 17> particles = {"d",   "de",  "del", "della", "den", "der",
                                                        "des", "di",  "du",  "l",     "la",  "le",
                                                        "les", "van", "von", "y",     "zu"};

/// What says nothing but that somebody is a sole trader (C. com. R526-27).
constexpr std::string_view words_for_sole_traders[] = {"ei",
                                                       "eirl",
                                                       "entrepreneur",
                                                       "entrepreneuse",
                                                       "entreprise",
                                                       "individuel",
                                                       "individuelle",
                                                       "auto",
                                                       "micro",
                                                       "autoentreprise",
                                                       "microentreprise",
                                                       "autoentrepreneur",
                                                       "autoentrepreneuse",
                                                       "microentrepreneur",
                                                       "microentrepreneuse"};

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

/// All of them where nothing else would be left.
WordList without(std::span<const std::string_view> unwanted, const WordList& words)
{
    auto left = words;
    std::erase_if(left, [&](const std::string& word) {
        return std::ranges::find(unwanted, word) != unwanted.end();
    });
    return left.empty() ? words : left;
}

WordList without_particles(const WordList& words)
{
    return without(particles, words); // "Le" is a surname too
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

WordList with_single_vowels(WordList words)
{
    for (auto& word : words)
        word = with_single_vowels(word);
    return words;
}

std::string in_one_order(WordList words)
{
    words = with_single_vowels(std::move(words));
    std::ranges::sort(words);
    return joined(words, " ");
}

/// Whether `solid` is every one of `words`, in some order, written as one.
bool is_joined_of(const WordList& words, std::string_view solid)
{
    constexpr std::size_t most = 12; // 2^12 sets of words; nobody's name has more
    if (words.empty() || words.size() > most || joined(words, "").size() != solid.size())
        return false;
    // How far each set of the words, one after another, leads into `solid`; where it leads nowhere,
    // nothing.
    std::vector<std::optional<std::size_t>> reached(std::size_t{1} << words.size());
    reached[0] = 0;
    for (std::size_t used = 0; used < reached.size(); ++used) {
        if (!reached[used]) continue;
        const auto rest = solid.substr(*reached[used]);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto with = used | (std::size_t{1} << i);
            if (with != used && rest.starts_with(words[i]))
                reached[with] = *reached[used] + words[i].size();
        }
    }
    return reached.back().has_value();
}

bool are_alike(const WordList& one, const WordList& other)
{
    return is_joined_of(one, joined(other, "")) || is_joined_of(other, joined(one, "")) ||
           in_one_order(one) == in_one_order(other);
}

} // namespace

bool is_same_name(std::string_view one, std::string_view other)
{
    if (one == other) return true;
    const auto words = name_words(one);
    return !words.empty() && words == name_words(other);
}

bool may_be_one_name(std::string_view one, std::string_view other)
{
    const auto words = without(words_for_sole_traders, name_words(one));
    const auto others = without(words_for_sole_traders, name_words(other));
    if (words.empty() || others.empty()) return false;
    return are_alike(words, others) ||
           are_alike(with_single_vowels(words), with_single_vowels(others));
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
