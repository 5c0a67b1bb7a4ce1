#pragma once

#include "api/pipeline/route.hpp"

namespace api::health {

/// For whoever runs the product: health and readiness.
std::vector<Route> health_routes();

/// The metrics, for a port of their own that nothing public leads to: they tell how the business
/// goes. `metrics` outlives the server.
std::vector<http::Route> metrics_routes(Metrics& metrics);

} // namespace api::health
