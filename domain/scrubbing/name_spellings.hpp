#pragma once

#include <string>

#include "domain/scrubbing/keys.hpp"

namespace domain::scrubbing {

/// A first name or surname: the whole, and each part of three letters or more that is no particle.
void add_name(Gathered& keys, const std::string& name);

/// A surname where the text is not about its bearer: the whole, and each part of four letters or
/// more, written as a name is.
void add_surname_in_passing(Gathered& keys, const std::string& surname);

/// Both names in either order, and "Zoé M.", as the marketplace calls people in public.
void add_full_name(Gathered& keys, const std::string& first_name, const std::string& surname);

/// "zoemartin", "martinzoe", "zmartin": how people call themselves elsewhere.
void add_handles(Gathered& keys, const std::string& first_name, const std::string& surname);

/// A trade or company name: the whole, with its legal form and without.
void add_business(Gathered& keys, const std::string& name);

/// The same where the text is not about it: one of a single word ("Atelier") is to be written as a
/// name is.
void add_business_in_passing(Gathered& keys, const std::string& name);

} // namespace domain::scrubbing
