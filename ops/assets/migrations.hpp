#pragma once

#include <vector>

#include "domain/storage/migrate.hpp"

namespace ops {

/// The schema's history, from the binary.
std::vector<domain::storage::Migration> migrations();
std::vector<domain::storage::Migration> key_migrations();

} // namespace ops
