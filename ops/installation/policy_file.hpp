#pragma once

#include <string>

#include "domain/policy/policy.hpp"

namespace ops {

/// The policy of a folder, by its name or path as PolicyFolder takes it, with the law's floors.
/// Throws std::runtime_error naming every fault, what it demands of profiles and pages and they do
/// not have, too.
domain::policy::Policy read_policy(const std::string& name_or_path);

} // namespace ops
