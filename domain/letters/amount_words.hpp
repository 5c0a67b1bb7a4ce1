#pragma once

#include "domain/core/money.hpp"
#include "domain/core/refused.hpp"

namespace domain::letters {

/// "1234,50 EUR", "1234.50 EUR".
Say in_words(Money amount);

} // namespace domain::letters
