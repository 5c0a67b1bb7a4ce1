#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// Signing up, verifying the address, and one's own account.
std::vector<Route> account_routes();

/// 202 whatever the address: only its mailbox learns whether it was known, and whether others
/// have asked so often that this attempt is dropped.
Response sign_up(App& app, const Request& request);
/// The link of the mail with the password of the attempt it was sent for.
Response verify_email(App& app, const Request& request);
/// One's own account, as edit_me() takes it, with its version.
Response read_me(App& app, const Request& request);
/// A merge patch (RFC 7396) of what read_me() shows; the result must be as complete as at sign-up.
Response edit_me(App& app, const Request& request);

} // namespace api::people
