#pragma once

#include <string>
#include <string_view>

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "api/site/frame/form.hpp"

namespace api::site::access {

/// Where signing in leads: to `next` if that is a page of ours, else to the dashboard.
frame::Href after_sign_in(const std::string& next);

/// The field in which a form carries it, and what was posted there.
frame::Field next_field();
std::string next_in(const frame::Values& values);

/// The API's operation that signs in.
inline constexpr std::string_view opens_session = "open_session";

/// Opens a session with what `form` posted, by that operation, and leads on with its
/// cookie. What the operation refuses is thrown.
Response opened_by(App& app, const Request& request, frame::Form form);

/// A page with a form that came back.
using PageOf = Response (*)(App& app, const Request& request, const frame::Filled& filled);

/// `page` with what was typed, but for secrets, and the reason of the refusal. What no typing can
/// mend is thrown on. Call it while `refused` is caught.
Response again(App& app, const Request& request, const domain::Refused& refused, PageOf page);

} // namespace api::site::access
