#pragma once

#include <string>

#include "domain/scrubbing/keys.hpp"

namespace domain::scrubbing {

/// Whole, without the "+tag" of its mailbox, and the mailbox alone where it is no plain word:
/// "zoe.q".
void add_email(Gathered& keys, const std::string& email);

/// A line of a postal address, whole and each half of one with a comma, without its number too.
void add_address_line(Gathered& keys, const std::string& line);

/// A town and its parts.
void add_town(Gathered& keys, const std::string& town);

} // namespace domain::scrubbing
