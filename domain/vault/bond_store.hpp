#pragma once

#include <optional>
#include <string>

#include "domain/storage/transaction.hpp"
#include "domain/vault/bond.hpp"

namespace domain::vault {

/// What stands in the database of `tx`, whichever side it is.
std::optional<Bond> maybe_bond(Transaction& tx);

/// Ties both sides to one installation, the keys' first: what was tied before stays as it is, so
/// that two programs at once, or one that takes up what another was cut off in, tie the same.
/// mismatch() has to be asked again afterwards.
void tie(Database& data, Vault& vault);

/// Whether there is any key.
bool has_keys(Transaction& keys);

} // namespace domain::vault
