#pragma once

#include "api/pipeline/route.hpp"

namespace api::money {

/// A provider's account at Mangopay: identity, strong authentication, where to be paid.
std::vector<Route> payment_account_routes();

} // namespace api::money
