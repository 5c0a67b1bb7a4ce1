#pragma once

#include <string_view>
#include <vector>

namespace ops {

/// A file of the source tree that travels inside the binary.
struct Embedded {
    std::string_view path; // as in the source tree: "ops/migrations/0001_accounts.sql"
    std::string_view text;
};

/// Every embedded file, sorted by path.
const std::vector<Embedded>& embedded();

} // namespace ops
