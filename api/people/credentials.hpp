#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// Passwords and the second factor.
std::vector<Route> credential_routes();

/// 202 whatever the address.
Response request_password_reset(App& app, const Request& request);
/// By the link of a mail; signs nobody in.
Response set_password(App& app, const Request& request);
/// Of somebody signed in, who gives the former; every session ends.
Response change_password(App& app, const Request& request);
/// Whether there is one, must be one, and was given in this session.
Response read_second_factor(App& app, const Request& request);
/// A secret for the authenticator, in force once confirmed.
Response start_second_factor(App& app, const Request& request);
/// The session is renewed with the factor; all others end.
Response confirm_second_factor(App& app, const Request& request);
/// Wants the password and a code.
Response remove_second_factor(App& app, const Request& request);

} // namespace api::people
