#pragma once

#include "api/openapi/openapi.hpp"

namespace ops {

/// The API description made of the files in this binary and the installation's policy.
api::Description description(const domain::policy::Policy& policy);

} // namespace ops
