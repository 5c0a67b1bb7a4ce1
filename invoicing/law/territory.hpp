#pragma once

#include <optional>
#include <string_view>

#include "invoicing/model/invoice.hpp"

namespace invoicing::law {

/// Where an address lies for VAT on services (dir. 2006/112/CE art. 5 to 7, CGI 294).
enum class Territory : std::uint8_t {
    metropolitan_france, // with Monaco
    antilles_reunion,    // Guadeloupe, Martinique, La Réunion: one France, other rates
    guyane_mayotte,      // no VAT there
    other_eu,
    outside_eu, // with the French territories that are not departments
};

/// Whether SIREN and postcode are of France, with Monaco: one VAT territory and one post.
bool is_french(const Address& address);

Territory territory_of(const Address& address);

/// The electronic address scheme for a VAT number of an EU country (EAS list, BT-34-1),
/// for instance "9930" for Germany; nothing for a country without one.
std::optional<std::string_view> vat_number_scheme(const domain::Country& country);

} // namespace invoicing::law
