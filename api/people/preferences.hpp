#pragma once

#include <vector>

#include "api/pipeline/route.hpp"

namespace api::people {

/// Which mails people want, from the account and from the link in each mail.
std::vector<Route> preference_routes();

/// Which kinds of mail one wants.
Response read_mail_preferences(App& app, const Request& request);
/// Replaces them; a kind that is not named is wanted.
Response write_mail_preferences(App& app, const Request& request);

} // namespace api::people
