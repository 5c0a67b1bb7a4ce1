#pragma once

#include "domain/platform/platform.hpp"
#include "domain/policy/policy.hpp"

namespace domain::platform {

/// What one installation has decided: its terms of business, and the policy it runs under.
struct Marketplace {
    const Platform& platform;
    const policy::Policy& policy;
};

} // namespace domain::platform

namespace domain {
using platform::Marketplace;
}
