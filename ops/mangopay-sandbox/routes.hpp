#pragma once

#include <span>
#include <string_view>

#include "ops/mangopay-sandbox/wire.hpp"
#include "ops/mangopay-sandbox/world.hpp"

namespace mangopay_sandbox {

using Operation = Answer (*)(World&, const Call&);

struct ApiRoute {
    std::string_view method;
    std::string_view pattern; // after "/v2.01/{ClientId}"
    Operation operation;
};

/// Every route of Mangopay's that the stand-in answers, but for the token.
std::span<const ApiRoute> api_routes();

} // namespace mangopay_sandbox
