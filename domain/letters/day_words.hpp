#pragma once

#include "domain/core/instant.hpp"
#include "domain/core/refused.hpp"

namespace domain::letters {

/// "22/11/2026", "22 November 2026".
Say in_words(Day day);

} // namespace domain::letters
