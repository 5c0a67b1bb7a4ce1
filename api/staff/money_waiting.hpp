#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::staff {

/// The movements of money, releases and documents that wait for people.
std::vector<Route> money_waiting_routes();

} // namespace api::staff
