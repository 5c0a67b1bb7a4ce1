#pragma once

#include <string>

#include "domain/scrubbing/keys.hpp"

namespace domain::scrubbing {

/// A first name or surname: the whole, and each part of three letters or more that is no particle.
void add_name(Gathered& keys, const std::string& name);

/// "zoemartin", "martinzoe", "zmartin": how people call themselves elsewhere.
void add_handles(Gathered& keys, const std::string& first_name, const std::string& surname);

/// A trade or company name: the whole, with its legal form and without.
void add_business(Gathered& keys, const std::string& name);

} // namespace domain::scrubbing
