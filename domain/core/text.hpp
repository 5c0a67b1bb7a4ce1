#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace domain {

/// Text as people may enter it: valid UTF-8, in NFC, trimmed; no control characters but line
/// breaks (only when `lines`), no bidirectional overrides, no zero-width characters, no private
/// use. Nothing when `raw` cannot be made so.
std::optional<std::string> clean_text(std::string_view raw, bool lines);

/// Unicode code points, which is what limits count.
std::size_t length_of(std::string_view utf8);

/// Lower case without accents, for searching: "Élodie" -> "elodie".
std::string folded(std::string_view utf8);

/// The letters of a name, a to z and in that order, so that two spellings of it are equal: without
/// accents, case, blanks, hyphens, ligatures, script, or which part comes first.
std::string sorted_letters(std::string_view utf8);

bool is_utf8(std::string_view text);

} // namespace domain
