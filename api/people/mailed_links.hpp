#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// What the links in mails that prove an address lead to: a page that asks for the password of
/// the attempt, and the form it posts.
std::vector<Route> mailed_link_routes();

} // namespace api::people
