#include "domain/scrubbing/signs.hpp"

#include <algorithm>

namespace domain::scrubbing {

namespace {

/// A word and what is compared in its stead; nothing for what is said or left out at will.
struct PlainWord {
    std::string_view word, plain;
};

constexpr PlainWord plain_words[] = {
    // between the parts of an address for mail
    {"at", ""},
    {"arobase", ""},
    {"arobas", ""},
    {"chez", ""},
    {"dot", ""},
    {"point", ""},
    // between the names of a business
    {"et", ""},
    {"and", ""},
    // in an address: what La Poste (NF Z10-011) and people shorten
    {"rue", "r"},
    {"avenue", "av"},
    {"ave", "av"},
    {"boulevard", "bd"},
    {"boul", "bd"},
    {"blvd", "bd"},
    {"bvd", "bd"},
    {"place", "pl"},
    {"chemin", "ch"},
    {"che", "ch"},
    {"impasse", "imp"},
    {"allee", "all"},
    {"route", "rte"},
    {"square", "sq"},
    {"faubourg", "fg"},
    {"residence", "res"},
    {"batiment", "bat"},
    {"appartement", "apt"},
    {"appt", "apt"},
    {"escalier", "esc"},
    {"etage", "etg"},
    {"saint", "st"},
    {"sainte", "ste"},
    {"street", "st"},
    {"road", "rd"},
};

std::string_view plain(std::string_view word)
{
    const auto* found = std::ranges::find(plain_words, word, &PlainWord::word);
    return found == std::end(plain_words) ? word : found->plain;
}

} // namespace

Signs as_written(const std::vector<Letter>& letters)
{
    Signs signs;
    signs.reserve(letters.size());
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const auto& letter = letters[i];
        signs.push_back({letter.spelled, letter.begins, letter.ends, letter.is_small, i, i});
    }
    return signs;
}

Signs in_plain_words(const std::vector<Letter>& letters)
{
    Signs signs;
    signs.reserve(letters.size());
    std::string word;
    std::size_t first = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        word += letters[i].spelled;
        if (!letters[i].ends) continue;
        const auto kept = plain(word);
        for (std::size_t at = 0; at < kept.size(); ++at) {
            signs.push_back(
                {kept[at], at == 0, at + 1 == kept.size(), letters[first].is_small, first, i});
        }
        word.clear();
        first = i + 1;
    }
    return signs;
}

Signs figures_of(const std::vector<Letter>& letters)
{
    constexpr char gap = ' ';
    Signs signs;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters[i].is_digit()) {
            signs.push_back({letters[i].spelled, true, true, false, i, i});
        } else if (!signs.empty() && signs.back().spelled != gap) {
            signs.push_back({gap, false, false, false, i, i});
        }
    }
    return signs;
}

std::string spelled(const Signs& signs)
{
    std::string text;
    for (const auto& sign : signs)
        text += sign.spelled;
    return text;
}

} // namespace domain::scrubbing
