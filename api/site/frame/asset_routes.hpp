#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::site::frame {

/// Where assets are served, each for ever, and the manifest that names the site to a phone.
std::vector<Route> asset_routes();

} // namespace api::site::frame
