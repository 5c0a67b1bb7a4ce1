#pragma once

#include <string>
#include <vector>

#include "domain/platform/platform.hpp"

namespace ops {

/// What keeps the operator itself from standing on invoices, by key of [company].
struct WrongKey {
    std::string key, why;
};

/// A legal form we do not know, or what it demands and was not given (C. com. R123-237, R123-238).
std::vector<WrongKey> wrong_in(const domain::platform::Company& company);

} // namespace ops
