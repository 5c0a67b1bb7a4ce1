#pragma once

#include <span>

#include "ops/mangopay-sandbox/world/operation.hpp"

namespace mangopay_sandbox {

/// What tests and the demo may do and Mangopay's API cannot, under /control: README.md lists it.
std::span<const ApiRoute> control_routes();

} // namespace mangopay_sandbox
