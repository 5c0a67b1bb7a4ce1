#pragma once

#include <span>

#include "ops/mangopay-sandbox/world/operation.hpp"

namespace mangopay_sandbox {

/// The pages that Mangopay hosts, under /pages/{ClientId}: paying by card, strong authentication,
/// identity verification. A form decides; a browser and curl can both send it.
std::span<const ApiRoute> page_routes();

} // namespace mangopay_sandbox
