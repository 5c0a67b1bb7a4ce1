#pragma once

#include <nlohmann/json_fwd.hpp>

#include "domain/policy/policy.hpp"

namespace api::openapi {

/// Marks what the policy file makes mandatory (RT-3, RT-19). A schema that says
///   "x-mandatory": {"step": "sign_up", "when": {"client": {…}, "provider": {…}}}
/// gets one `if`/`then` per list of the policy: whoever matches the schema given for "client"
/// must send the fields that are mandatory for "client" at "sign_up". Every such property
/// says for whom it is mandatory in `x-mandatory-for`.
void mark_mandatory(nlohmann::json& schemas, const domain::policy::Policy& policy);

} // namespace api::openapi
