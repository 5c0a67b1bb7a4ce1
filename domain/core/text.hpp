#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

/// Text as people may enter it: valid UTF-8, in NFC, trimmed; no control characters but line
/// breaks (only when `lines`), no bidirectional overrides, no zero-width characters, no private
/// use. Nothing when `raw` cannot be made so.
std::optional<std::string> clean_text(std::string_view raw, bool lines);

/// Unicode code points, which is what limits count.
std::size_t length_of(std::string_view utf8);

/// Lower case without accents, for searching: "Élodie" -> "elodie".
std::string folded(std::string_view utf8);

/// The words of a name in their order, in letters a to z and digits, so that two spellings of it
/// are equal: without accents, case, ligatures or script; blanks, hyphens and apostrophes part
/// words alike.
std::vector<std::string> name_words(std::string_view utf8);

/// The same in the letters a to z, lower case, whatever the script: "Łukasz" -> "lukasz", "Иван" ->
/// "ivan". What no such letter stands for stays.
std::string in_latin(std::string_view utf8);

/// Whether it has letters that are written from right to left: Hebrew, Arabic.
bool has_right_to_left(std::string_view utf8);

bool is_utf8(std::string_view text);

} // namespace domain
