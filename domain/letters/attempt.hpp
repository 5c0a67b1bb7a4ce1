#pragma once

#include "domain/core/instant.hpp"
#include "domain/core/refused.hpp"

namespace domain::letters {

/// When and with what somebody did something, for whoever has to recognise it: "le 29/11/2026 à
/// 14:05 (heure de Paris), avec Firefox sous Windows". Never from where.
Say attempt_in_words(Instant at, std::string_view user_agent);

} // namespace domain::letters
