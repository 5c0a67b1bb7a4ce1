#pragma once

#include <vector>

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/site/frame/form.hpp"

namespace api::site::account {

/// What is asked beside a change of what Mangopay has verified: that its cost is known, and who
/// wants it (the code of the second factor where there is one, else password and mailed code).
std::vector<frame::Field> consent_fields(bool has_factor);

/// The same as everything that may come back.
std::vector<frame::Field> all_consent_fields();

/// Whether the form is to ask for it: it was refused for want of it, or it was given already.
bool asks_consent(const frame::Filled& filled);

/// Mails the code at once to whoever has no second factor: with it alone can the form be finished.
/// Counted, as everything that is mailed.
void mail_code(App& app, const Request& request);

} // namespace api::site::account
