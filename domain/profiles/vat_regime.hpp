#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/core/named.hpp"

namespace domain::profiles {

/// How a business stands to VAT for what it sells.
enum class VatRegime : std::uint8_t {
    standard,  // charges VAT
    franchise, // below the thresholds, CGI 293 B
    exempt,    // the service itself is exempt, CGI 261 to 261 E
};

inline constexpr std::array all_vat_regimes = {VatRegime::standard, VatRegime::franchise,
                                               VatRegime::exempt};

constexpr std::string_view name(VatRegime regime)
{
    switch (regime) {
    case VatRegime::standard: return "standard";
    case VatRegime::franchise: return "franchise";
    case VatRegime::exempt: return "exempt";
    }
    return "unknown";
}

constexpr std::optional<VatRegime> parse_vat_regime(std::string_view text)
{
    return named(all_vat_regimes, text);
}

} // namespace domain::profiles
