#pragma once

#include "api/pipeline/route.hpp"

namespace api::site::access {

/// Choosing whom to sign up as, the form for that, and what to do next.
std::vector<Route> sign_up_routes();

/// Signing in, with the second factor where there is one, and out.
std::vector<Route> sign_in_routes();
std::vector<Route> sign_out_routes();

/// Asking for a link that sets a password, and the page it leads to.
std::vector<Route> password_reset_routes();

/// The pages behind the links that confirm an address, or change it: GET asks, POST acts.
std::vector<Route> mailed_link_routes();

} // namespace api::site::access
