#include "domain/core/letters.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "domain/core/check.hpp"
#include "domain/core/text.hpp"

namespace domain {

namespace {

enum class Kind : std::uint8_t { gap, mark, letter, digit };

/// A code point, as far as words are made of it.
struct Character {
    Kind kind = Kind::gap;
    std::string spelled{};
    bool is_small = false;
    bool is_word = false; // by itself
};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_latin_spelling(char c)
{
    return (c >= 'a' && c <= 'z') || is_digit(c);
}

bool is_spelling(char c)
{
    return is_latin_spelling(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

Character of_ascii(char c)
{
    if (is_digit(c)) return {Kind::digit, {c}};
    if (c >= 'a' && c <= 'z') return {Kind::letter, {c}, true};
    if (c >= 'A' && c <= 'Z') return {Kind::letter, {static_cast<char>(c - 'A' + 'a')}};
    return {};
}

bool is_mark(UChar32 point)
{
    const auto type = u_charType(point);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
           type == U_COMBINING_SPACING_MARK;
}

/// Writes no blanks between words: Han, Thai.
bool is_word_alone(UChar32 point)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(point, &status);
    check(U_SUCCESS(status) != 0, "ICU knows the script of every code point");
    return uscript_breaksBetweenLetters(script) != 0;
}

Character of_any(std::string_view one)
{
    const auto point =
        icu::UnicodeString::fromUTF8({one.data(), static_cast<int32_t>(one.size())}).char32At(0);
    if (const auto digit = u_charDigitValue(point); digit >= 0)
        return {Kind::digit, {static_cast<char>('0' + digit)}};
    const bool is_figure = u_charType(point) == U_OTHER_NUMBER;
    if (u_isalnum(point) == 0 && !is_figure) return {is_mark(point) ? Kind::mark : Kind::gap};
    auto spelled = in_latin(folded(one));
    std::erase_if(spelled, [](char c) { return !is_spelling(c); });
    // An apostrophe that Unicode counts as a letter (U+02BC) parts words; a soft sign does not.
    const bool is_latin = std::ranges::all_of(spelled, is_latin_spelling);
    if (u_charType(point) == U_MODIFIER_LETTER && (spelled.empty() || !is_latin)) return {};
    if (spelled.empty()) return {Kind::mark};
    const auto kind = std::ranges::all_of(spelled, is_digit) ? Kind::digit : Kind::letter;
    return {kind, std::move(spelled), u_islower(point) != 0, is_word_alone(point)};
}

std::size_t end_of_code_point(std::string_view text, std::size_t at)
{
    do {
        ++at;
    } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U);
    return at;
}

/// A mark belongs to the letter that it follows at once.
void join_mark(std::vector<Letter>& letters, std::size_t at, std::size_t end)
{
    if (!letters.empty() && letters.back().to == at) letters.back().to = end;
}

void end_word(std::vector<Letter>& letters)
{
    if (!letters.empty()) letters.back().ends = true;
}

} // namespace

std::vector<Letter> letters_of(std::string_view text)
{
    std::vector<Letter> letters;
    letters.reserve(text.size());
    Character before;
    for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
        end = end_of_code_point(text, at);
        const auto one = text.substr(at, end - at);
        auto next = one.size() == 1 ? of_ascii(one.front()) : of_any(one);
        if (next.kind == Kind::mark) {
            join_mark(letters, at, end);
            continue;
        }
        const bool parts = next.kind != before.kind || next.is_word || before.is_word;
        if (parts) end_word(letters);
        for (std::size_t i = 0; i < next.spelled.size(); ++i)
            letters.push_back({next.spelled[i], parts && i == 0, false, next.is_small, at, end});
        before = std::move(next);
    }
    end_word(letters);
    return letters;
}

} // namespace domain
