#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/core/letters.hpp"

namespace domain::scrubbing {

/// A letter on its way to be compared, and which of the text's letters it stands for.
struct Sign {
    char spelled = 0;
    bool begins = false, ends = false; // where what is looked for may begin and end
    bool is_small = false;
    std::size_t first = 0, last = 0;
};
using Signs = std::vector<Sign>;

/// Letter by letter.
Signs as_written(const std::vector<Letter>& letters);

/// With one spelling of what people abbreviate or write out: "12 avenue Foch" and "12 av. Foch",
/// "zoe@example.org" and "zoe (at) example [dot] org", "Fil & Aiguille" and "Fil et Aiguille".
Signs in_plain_words(const std::vector<Letter>& letters);

/// The digits, whatever stands between them but letters. Any of them begins and ends something.
Signs figures_of(const std::vector<Letter>& letters);

std::string spelled(const Signs& signs);

} // namespace domain::scrubbing
