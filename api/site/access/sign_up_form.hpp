#pragma once

#include "api/pipeline/app.hpp"
#include "api/site/access/newcomer.hpp"
#include "api/site/frame/form.hpp"
#include "domain/core/language.hpp"

namespace api::site::access {

/// What somebody who signs up as `newcomer` is asked: address, password, exactly what the policy
/// makes mandatory, and the terms in force.
frame::Form sign_up_form(const App& app, const Newcomer& newcomer, domain::Language language);

/// The same as the operation takes it: an array of roles, one of number and reason, the version of
/// the terms as a text.
frame::Form sign_up_operation(frame::Form form, const frame::Values& posted);

} // namespace api::site::access
