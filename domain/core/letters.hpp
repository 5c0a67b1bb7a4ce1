#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace domain {

/// One letter or digit of a text, as two spellings of a name are compared: without case, accent,
/// ligature and script. What stands between letters is none: blanks, hyphens, apostrophes, dots.
struct Letter {
    char spelled = 0;             // a to z, 0 to 9; a byte of UTF-8 where a script leads to none
    bool begins = false;          // a word; so does a digit after a letter, and a letter after one
    bool ends = false;            // that word
    bool is_small = false;        // written in lower case, where its script has one
    std::size_t from = 0, to = 0; // its bytes in the text, marks above it included

    bool is_digit() const { return spelled >= '0' && spelled <= '9'; }
};

/// The letters and digits of a text, in their order. Where a script writes no blanks between words,
/// each of its letters is one.
std::vector<Letter> letters_of(std::string_view utf8);

} // namespace domain
