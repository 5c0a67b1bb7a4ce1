#pragma once

#include <optional>
#include <string>

#include "domain/vault/vault.hpp"

namespace domain::vault {

/// Says in a database whose it is: which installation's, proved by a value that only the master
/// key makes. The same installation stands in the data and in the key database.
struct Bond {
    std::string installation, check_value;
    auto fields() { return std::tie(installation, check_value); }
};

enum class Side : std::uint8_t { keys, data };

/// The bond of one side of `installation` under the master key of `vault`.
Bond bond_of(const Vault& vault, Side side, const std::string& installation);

/// Master key, key database and data as they were found together.
struct Found {
    std::optional<Bond> keys, data; // nothing: not written yet
    // Looked at only where a bond is missing:
    bool has_keys = false;    // the key database holds keys
    bool has_people = false;  // the data hold accounts
    bool people_open = false; // with these keys and this master key
};

/// Whether both sides are tied, to whatever.
bool is_tied(const Found& found);

/// Why the three do not belong together and what to do about it, for the operator; empty when
/// they do, or when nothing speaks against tying them.
std::string mismatch(const Vault& vault, const Found& found);

} // namespace domain::vault
