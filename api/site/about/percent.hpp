#pragma once

#include <string>

#include "domain/core/language.hpp"
#include "domain/core/money.hpp"

namespace api::site::about {

/// "12,5 %" with a space that does not break, "12.5%".
std::string percent(domain::BasisPoints rate, domain::Language language);

} // namespace api::site::about
