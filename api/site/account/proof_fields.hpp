#pragma once

#include <vector>

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/site/frame/form.hpp"

namespace api::site::account {

/// Whether a code of the second factor is part of who is asking.
bool has_second_factor(App& app, const Request& request);

/// What proves a sensitive change: the password, and the code where there is a second factor.
std::vector<frame::Field> proof_fields(bool has_factor);

} // namespace api::site::account
