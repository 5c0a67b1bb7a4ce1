#pragma once

#include <string>
#include <vector>

#include "domain/platform/marketplace.hpp"

namespace ops {

/// Where the policy and the product part: lines that no code obeys, each with the reason; lines
/// that are declared although there is such data; data that no line ends.
std::vector<std::string> disobeyed(const domain::Marketplace& marketplace);

/// Throws std::runtime_error naming all of that: such a policy is not run under.
void require_obeyed(const domain::Marketplace& marketplace);

} // namespace ops
