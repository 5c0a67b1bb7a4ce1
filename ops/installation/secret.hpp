#pragma once

#include <string>

#include "domain/core/crypto.hpp"

namespace ops {

/// Throws std::runtime_error when others than the owner may read or write `path`.
void require_private(const std::string& path);

/// The secret in `path`, without its last line break. Refuses a file that others may read.
std::string read_secret(const std::string& path);

/// The master key in `path`: 32 bytes in base64.
domain::SecretKey read_master_key(const std::string& path);

} // namespace ops
