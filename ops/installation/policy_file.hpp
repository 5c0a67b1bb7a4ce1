#pragma once

#include <string>

#include "domain/policy/policy.hpp"

namespace ops {

/// A built-in policy by name ("retouche"), or the file at a path ending in .json. Throws
/// std::runtime_error naming every fault, what it demands of profiles and pages and they do not
/// have, too.
domain::policy::Policy read_policy(const std::string& name_or_path);

} // namespace ops
