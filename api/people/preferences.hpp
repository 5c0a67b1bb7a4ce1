#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api {

/// Which mails people want, from the account and from the link in each mail.
std::vector<Route> preference_routes();

} // namespace api
