#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// Which mails people want, from the account and from the link in each mail.
std::vector<Route> preference_routes();

} // namespace api::people
