#pragma once

#include <string>
#include <vector>

#include "domain/policy/register.hpp"
#include "domain/storage/database.hpp"
#include "domain/vault/vault.hpp"

namespace ops {

/// The register of personal data that travels inside the binary (ops/privacy/register.json).
domain::policy::Register known_register();

/// Where the register and both live schemas disagree, either way: columns and kinds of file
/// nobody registered, registered ones that do not exist.
std::vector<std::string> register_faults(domain::Database& db, domain::Vault& vault);

/// Throws std::runtime_error naming what is held although nobody registered it: such a program
/// does not start.
void require_registered(domain::Database& db, domain::Vault& vault);

} // namespace ops
