#pragma once

#include <string>

#include "domain/core/language.hpp"

namespace domain {

/// The name of the language with this code of ISO 639 ("de") as `reader` calls it, by ICU; the
/// code itself where there is none.
std::string language_name(const std::string& code, Language reader);

} // namespace domain
