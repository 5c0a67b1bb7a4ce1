#pragma once

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "api/site/frame/form.hpp"

namespace api::site::access {

/// The form that asks for the code of the second factor. The ticket that stands for the password
/// is one of its fields, never in an address.
frame::Form code_form();

/// Its page, as it was filled.
Response code_page(App& app, const Request& request, const frame::Filled& filled);

} // namespace api::site::access
