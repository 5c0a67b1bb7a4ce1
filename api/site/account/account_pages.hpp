#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::site::account {

/// Every page of whoever is signed in: dashboard, account, dealings.
std::vector<Route> account_pages();

} // namespace api::site::account
