#include "domain/letters/amount_words.hpp"

#include <algorithm>
#include <string>

namespace domain::letters {

Say in_words(Money amount)
{
    const auto english = decimal(amount) + " " + std::string(code(amount.currency()));
    auto french = english;
    std::ranges::replace(french, '.', ',');
    return {french, english};
}

} // namespace domain::letters
