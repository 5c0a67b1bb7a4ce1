#pragma once

#include "domain/core/instant.hpp"
#include "domain/core/refused.hpp"

namespace domain::letters {

/// "22/11/2026", "22 November 2026".
Say in_words(Day day);

/// "22/11/2026 à 14:05 (heure de Paris)", "22 November 2026 at 14:05 (Paris time)".
Say in_words(Instant at);

} // namespace domain::letters
