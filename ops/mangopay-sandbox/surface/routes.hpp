#pragma once

#include <span>

#include "ops/mangopay-sandbox/world/operation.hpp"

namespace mangopay_sandbox {

/// Every route of Mangopay's that the stand-in answers, but for the token.
std::span<const ApiRoute> api_routes();

} // namespace mangopay_sandbox
