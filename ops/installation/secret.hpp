#pragma once

#include <string>

#include "domain/core/crypto.hpp"

namespace ops {

/// The secret in `path`, without its last line break. Refuses a file that others may read.
std::string read_secret(const std::string& path);

/// The master key in `path`: 32 bytes in base64.
domain::SecretKey read_master_key(const std::string& path);

} // namespace ops
