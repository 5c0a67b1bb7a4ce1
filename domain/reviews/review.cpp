#include "domain/reviews/review.hpp"

#include <algorithm>

#include "domain/core/crypto.hpp"
#include "domain/core/text.hpp"
#include "domain/core/words.hpp"

namespace domain::reviews {

namespace {

constexpr std::size_t word_min = 3;

/// A text letter by letter, each as folded() spells it, with where it stands in the original.
struct Letter {
    std::string folded;
    std::size_t from = 0, to = 0; // bytes
};

std::vector<Letter> letters_of(const std::string& text)
{
    std::vector<Letter> letters;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
            ++end;
        letters.push_back({folded(text.substr(at, end - at)), at, end});
        at = end;
    }
    return letters;
}

bool is_inside_word(const Letter& letter)
{
    if (letter.folded.empty()) return true; // a combining mark
    const auto c = static_cast<unsigned char>(letter.folded.front());
    return c >= 0x80U || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// How many letters from `start` spell `word`, ending where a word ends; 0 for none.
std::size_t length_of_match(const std::vector<Letter>& letters, std::size_t start,
                            const std::string& word)
{
    if (start > 0 && is_inside_word(letters[start - 1])) return 0;
    std::string spelled;
    std::size_t at = start;
    while (at < letters.size() && spelled.size() < word.size())
        spelled += letters[at++].folded;
    while (at < letters.size() && letters[at].folded.empty())
        ++at;
    if (spelled != word) return 0;
    return at < letters.size() && is_inside_word(letters[at]) ? 0 : at - start;
}

} // namespace

std::string_view name(Side side)
{
    switch (side) {
    case Side::client: return "client";
    case Side::provider: return "provider";
    }
    return "unknown";
}

std::optional<Side> parse_side(std::string_view text)
{
    return named<Side>(text);
}

std::string pseudonym_of(Side side, std::string_view keyed_hash)
{
    constexpr std::size_t shown = 6;
    const std::string kind = side == Side::client ? "Client " : "Pro ";
    return kind + sha256_hex(keyed_hash).substr(0, shown);
}

std::string scrubbed(const std::string& text, const std::vector<std::string>& words)
{
    std::vector<std::string> wanted;
    for (const auto& word : words) {
        if (length_of(word) >= word_min) wanted.push_back(folded(word));
    }
    std::ranges::sort(wanted, std::ranges::greater{}, &std::string::size); // whole names first

    const auto letters = letters_of(text);
    std::string clean;
    for (std::size_t at = 0; at < letters.size();) {
        std::size_t match = 0;
        for (const auto& word : wanted)
            match = std::max(match, length_of_match(letters, at, word));
        if (match > 0) {
            clean += "…";
            at += match;
        } else {
            clean.append(text, letters[at].from, letters[at].to - letters[at].from);
            ++at;
        }
    }
    return clean;
}

} // namespace domain::reviews
