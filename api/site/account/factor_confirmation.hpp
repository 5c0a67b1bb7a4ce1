#pragma once

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"

namespace api::site::account {

/// The secret that was `begun`, as QR code and as text, with the form that confirms it. Shown by
/// what answers the form, this once: whoever has the session alone cannot read it again.
Response secret_page(App& app, const Request& request, const Response& begun);

/// The form that confirms what was begun, without the secret.
Response show_confirmation(App& app, const Request& request);

/// Confirms it; shows the recovery codes, this once, in the session that it renewed.
Response confirm_factor(App& app, const Request& request);

} // namespace api::site::account
