#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/refused.hpp"

namespace domain::access {

/// Why `password` will not do, or nothing. Judged by how hard it is to guess (zxcvbn: common
/// passwords, names, dates, keyboard walks, `context` such as one's own name), as the CNIL's
/// recommendation of 2022 allows instead of rules of composition; at least 12 characters, at
/// most 1,024 bytes, no NUL. It is otherwise taken exactly as sent.
std::optional<Say> weakness_of(std::string_view password, const std::vector<std::string>& context);

} // namespace domain::access
