#pragma once

#include <string>
#include <vector>

#include "domain/platform/platform.hpp"

namespace ops {

/// What keeps the operator itself from standing on invoices, by key of [company].
struct WrongKey {
    std::string key, why;
};

/// A legal form we do not know, what it demands and was not given (C. com. R123-237, R123-238), a
/// number with a wrong check digit, and whatever else would keep the commission from being
/// invoiced. What is mandatory and missing is the reader's to say.
std::vector<WrongKey> wrong_in(const domain::platform::Company& company);

} // namespace ops
