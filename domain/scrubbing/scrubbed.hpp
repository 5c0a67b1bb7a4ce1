#pragma once

#include <string>

#include "domain/scrubbing/spellings.hpp"

namespace domain::scrubbing {

/// `text` without what `spellings` says, each stretch of it replaced by "…". Letters and digits are
/// compared, whatever stands between them, whatever their case, accents and script: "d’etienne
/// muller" is "D'Étienne-Müller". Names begin and end where a word does ("Marie" is not in
/// "Mariette"), or where its plural does ("les Maries", "les Moreaux"); digits of a number
/// anywhere. In time linear in the text.
std::string scrubbed(const std::string& text, const Spellings& spellings);

} // namespace domain::scrubbing
