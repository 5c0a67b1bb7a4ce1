#pragma once

#include <string>

#include "ops/installation.hpp"

namespace ops {

/// What the installation talks to.
struct Neighbours {
    explicit Neighbours(const Installation& installation);

    std::string hook_secret;
    std::string hook_url; // empty when no hook address is configured
};

} // namespace ops
