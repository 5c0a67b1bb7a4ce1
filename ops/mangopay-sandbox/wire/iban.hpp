#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mangopay_sandbox {

/// An IBAN without spaces in capitals whose check digits are right (ISO 7064, mod 97-10), or
/// nothing. The stand-in stores it masked only.
std::optional<std::string> parse_iban(std::string_view text);

/// "XXXXXXXXXXXXXXXXXXXXXXX0143": all but the last four characters of the account hidden.
std::string masked(std::string_view account);

} // namespace mangopay_sandbox
