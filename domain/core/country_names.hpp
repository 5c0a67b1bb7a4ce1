#pragma once

#include <string>
#include <vector>

#include "domain/core/country.hpp"
#include "domain/core/language.hpp"

namespace domain {

/// A country as people look for it.
struct NamedCountry {
    Country country;
    std::string name;
};

/// Every country under its name (ICU's), in the order of the language's alphabet.
const std::vector<NamedCountry>& named_countries(Language language);

} // namespace domain
