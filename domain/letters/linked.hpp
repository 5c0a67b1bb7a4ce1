#pragma once

#include <string>
#include <string_view>

#include "domain/platform/platform.hpp"

namespace domain::letters {

/// As the text of an HTML element, or the value of an attribute in quotes.
std::string escaped(std::string_view text);

/// Whether `text` is an address of the installation's own site, and nothing else.
bool is_own_address(const Platform& platform, std::string_view text);

/// `text` escaped, with what leads to the site or to the supervisory authority as links. Whatever
/// else looks like an address was written by somebody, and stays text.
std::string linked(const Platform& platform, std::string_view text);

} // namespace domain::letters
