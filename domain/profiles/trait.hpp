#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/profiles/profile.hpp"

namespace domain::profiles {

/// What somebody is recognised by in a text.
enum class TraitKind : std::uint8_t {
    first_name,
    surname,
    birth_date, // ISO day
    email,
    phone,
    address_line,
    postcode,
    city,
    business, // a trade or company name
    number,   // a SIRET or VAT number
};
std::string_view name(TraitKind kind);
std::optional<TraitKind> parse_trait_kind(std::string_view text);

struct Trait {
    TraitKind kind = TraitKind::surname;
    std::string text;
    bool operator==(const Trait&) const = default;
};

/// Every trait that a profile gives.
std::vector<Trait> traits_of(const Profile& profile);

} // namespace domain::profiles
