#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// Changing the address one signs in with.
std::vector<Route> email_change_routes();

/// 202 whatever the address: only its mailbox learns whether it was known.
Response request_email_change(App& app, const Request& request);
/// The link of the mail, with the session of the account that asked or its password.
Response complete_email_change(App& app, const Request& request);

} // namespace api::people
