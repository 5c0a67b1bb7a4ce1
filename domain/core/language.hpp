#pragma once

#include <cstdint>
#include <string_view>

namespace domain {

/// The languages the product speaks to people; everything for people exists in each.
enum class Language : std::uint8_t { fr, en };

std::string_view name(Language language);       // "fr", ISO 639-1
Language parse_language(std::string_view text); // French unless it says "en"

} // namespace domain
