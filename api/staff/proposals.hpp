#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::staff {

/// What takes two people: one of the staff proposes, another decides.
std::vector<Route> proposal_routes();

} // namespace api::staff
