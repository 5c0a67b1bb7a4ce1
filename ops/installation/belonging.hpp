#pragma once

#include <string>
#include <vector>

#include "ops/installation/installation.hpp"

namespace ops {

/// Throws std::runtime_error unless master key, key database and data are one installation's, and
/// the keys are not older than the data, with the reason and what to do about it.
void require_belonging(domain::Database& data, domain::Vault& vault);

/// Applies what both databases lack and ties them to the master key; returns what it did. Takes up
/// what was cut off. Refuses as require_belonging() does, before it changes anything.
std::vector<std::string> migrate(const Config& config, domain::Instant now);

} // namespace ops
