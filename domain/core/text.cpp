#include "domain/core/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <memory>

#include "domain/core/check.hpp"

namespace domain {

namespace {

bool is_acceptable(UChar32 c, bool lines)
{
    if (c == '\n') return lines;
    switch (u_charType(c)) {
    case U_CONTROL_CHAR: // includes NUL, TAB, DEL
    case U_FORMAT_CHAR:  // bidirectional overrides, zero-width characters
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
    case U_UNASSIGNED:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR: return false;
    default: return true;
    }
}

const icu::Normalizer2& nfc()
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = icu::Normalizer2::getNFCInstance(status);
    check(U_SUCCESS(status) != 0, "ICU has its normalization data");
    return *found;
}

std::string utf8(const icu::UnicodeString& text)
{
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

/// Into the letters a to z, whatever the script: "Łukasz" and "Иван" as people type them abroad.
const icu::Transliterator& into_ascii()
{
    static const std::unique_ptr<const icu::Transliterator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        icu::Transliterator* found = icu::Transliterator::createInstance(
            "Any-Latin; Latin-ASCII; Any-Lower", UTRANS_FORWARD, status);
        check(U_SUCCESS(status) != 0, "ICU has its transliteration data");
        return std::unique_ptr<const icu::Transliterator>(found);
    }();
    return *made;
}

icu::UnicodeString with_blanks_between_words(const icu::UnicodeString& text)
{
    icu::UnicodeString parted;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto c = text.char32At(i);
        const bool is_of_a_word = u_isalnum(c) != 0 || u_charType(c) == U_COMBINING_SPACING_MARK;
        parted.append(is_of_a_word ? c : UChar32{' '});
    }
    return parted;
}

} // namespace

bool is_utf8(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<int32_t>(text.size()), &status);
    return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status) != 0;
}

std::optional<std::string> clean_text(std::string_view raw, bool lines)
{
    if (!is_utf8(raw)) return {};
    std::string unified;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\r' && lines) {
            if (i + 1 >= raw.size() || raw[i + 1] != '\n') unified += '\n';
        } else {
            unified += raw[i];
        }
    }
    auto text = icu::UnicodeString::fromUTF8(unified);
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        if (!is_acceptable(text.char32At(i), lines)) return {};
    }
    UErrorCode status = U_ZERO_ERROR;
    auto normal = nfc().normalize(text, status);
    check(U_SUCCESS(status) != 0, "NFC of valid text exists");
    return utf8(normal.trim());
}

std::size_t length_of(std::string_view text)
{
    return static_cast<std::size_t>(
        icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())})
            .countChar32());
}

std::string folded(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
    check(U_SUCCESS(status) != 0, "ICU has its normalization data");
    const auto apart = nfkd->normalize(
        icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}).foldCase(),
        status);
    icu::UnicodeString base;
    for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const auto c = apart.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) base.append(c);
    }
    return utf8(base);
}

std::vector<std::string> name_words(std::string_view text)
{
    // Parted before it is transliterated, which writes apostrophes of its own: "Ol'ga".
    auto name = with_blanks_between_words(icu::UnicodeString::fromUTF8(folded(text)));
    into_ascii().transliterate(name);
    std::vector<std::string> words(1);
    for (int32_t i = 0; i < name.length(); ++i) {
        const auto c = name.charAt(i);
        const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_kept) words.back() += static_cast<char>(c);
        if (c == ' ') words.emplace_back();
    }
    std::erase(words, "");
    return words;
}

std::string in_latin(std::string_view text)
{
    const bool is_latin = std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
    if (is_latin) return std::string(text);
    auto letters = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    into_ascii().transliterate(letters);
    return utf8(letters);
}

bool has_right_to_left(std::string_view text)
{
    const auto points =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    for (int32_t i = 0; i < points.length(); i = points.moveIndex32(i, 1)) {
        const auto direction = u_charDirection(points.char32At(i));
        if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
    }
    return false;
}

} // namespace domain
