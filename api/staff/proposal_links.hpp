#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::staff {

/// The page behind the link by which the company refuses a proposal.
std::vector<Route> proposal_link_routes();

} // namespace api::staff
