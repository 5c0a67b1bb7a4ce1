#pragma once

#include <string>
#include <string_view>

namespace domain::profiles {

/// Nine digits with a Luhn check (INSEE).
bool is_siren(std::string_view text);

/// A SIREN and five more digits with a Luhn check over all fourteen; the establishments of
/// La Poste (SIREN 356000000) but the head office have a digit sum divisible by five instead.
bool is_siret(std::string_view text);

/// "FR", two characters, a SIREN. Two digits must be (12 + 3 × (SIREN mod 97)) mod 97; keys
/// with a letter (BOFiP BOI-TVA-DECLA-20-10-10) have no public check and pass by form.
bool is_french_vat_number(std::string_view text);

/// The SIREN that a French VAT number ends with; "" for any other text.
std::string siren_in(std::string_view vat_number);

/// The form of a VAT number of a member state (VIES), Northern Ireland ("XI") included; for
/// France with its key. Without spaces, upper case.
bool is_eu_vat_number(std::string_view text);

} // namespace domain::profiles
