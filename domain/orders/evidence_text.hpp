#pragma once

#include <string>
#include <string_view>

#include "domain/orders/evidence.hpp"

namespace domain::orders {

/// The canonical JSON that is sealed and hashed, `salt` inside; and back.
std::string text_of(const Evidence& evidence, std::string_view salt);
Evidence evidence_in(std::string_view text);

} // namespace domain::orders
