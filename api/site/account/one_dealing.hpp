#pragma once

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "api/site/account/dealing.hpp"

namespace api::site::account {

/// How far one thing is, for whoever is a side of it. Whoever has paid comes back to an order:
/// its page waits there for Mangopay's word.
Response one_dealing(App& app, const Request& request, const Dealing& dealing);

} // namespace api::site::account
