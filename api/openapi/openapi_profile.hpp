#pragma once

#include <nlohmann/json_fwd.hpp>

namespace api::openapi {

/// Fills in what the fields of a profile are, so that the list of them stands once, in domain:
/// an object schema with "x-profile-group": "company" gets a property for each field there, a
/// schema with "x-profile-field": "phone" becomes that field's. What the fragment says of a
/// property itself, such as its description, stands. An unknown group or field is a Bug.
void fill_in_profile(nlohmann::json& schemas);

} // namespace api::openapi
