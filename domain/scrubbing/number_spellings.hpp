#pragma once

#include <string>

#include "domain/scrubbing/keys.hpp"

namespace domain::scrubbing {

/// A phone number, with and without country, "00" and the zero in front of a national number, never
/// without its last nine digits; seven abroad, where numbers are shorter.
void add_phone(Gathered& keys, const std::string& phone);

/// A SIRET, with the SIREN in it; a VAT number, with the SIREN in that.
void add_company_number(Gathered& keys, const std::string& number);

/// An ISO day: year, month and day in any usual order.
void add_birth_date(Gathered& keys, const std::string& day);

} // namespace domain::scrubbing
