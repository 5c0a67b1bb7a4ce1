#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/core/words.hpp"

namespace domain::profiles {

/// How a business stands to VAT for what it sells.
enum class VatRegime : std::uint8_t {
    standard,  // charges VAT
    franchise, // below the thresholds, CGI 293 B
    exempt,    // the service itself is exempt, CGI 261 to 261 E
};

inline constexpr Word<VatRegime> vat_regime_words[] = {{VatRegime::standard, "standard"},
                                                       {VatRegime::franchise, "franchise"},
                                                       {VatRegime::exempt, "exempt"}};
inline constexpr Words vat_regimes(vat_regime_words);

constexpr std::string_view name(VatRegime regime)
{
    return vat_regimes.name(regime);
}
constexpr std::optional<VatRegime> parse_vat_regime(std::string_view text)
{
    return vat_regimes.parse(text);
}

} // namespace domain::profiles
