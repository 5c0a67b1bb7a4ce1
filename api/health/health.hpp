#pragma once

#include "api/pipeline/route.hpp"

namespace api::health {

/// For whoever runs the product: health, readiness, metrics. Not for the public: nginx keeps
/// /metrics to itself.
std::vector<Route> health_routes();

} // namespace api::health
