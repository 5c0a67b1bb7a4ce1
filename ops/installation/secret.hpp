#pragma once

#include <string>

namespace ops {

/// The secret in `path`, without its last line break. Refuses a file that others may read.
std::string read_secret(const std::string& path);

} // namespace ops
