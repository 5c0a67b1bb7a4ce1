#pragma once

#include <string_view>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

namespace mangopay_sandbox {

using Operation = Answer (*)(World&, const Call&);

struct ApiRoute {
    std::string_view method;
    std::string_view pattern; // after "/v2.01/{ClientId}", "/pages/{ClientId}" or "/control"
    Operation operation;
};

} // namespace mangopay_sandbox
