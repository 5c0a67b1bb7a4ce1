#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "domain/vault/signing_key.hpp"

/// In the key database.
namespace domain::vault::signing_keys {

/// The key in use with its wrapped secret.
struct InUse {
    std::int64_t n = 0; // the how manieth
    std::string id, wrapped;
    auto fields() { return std::tie(n, id, wrapped); }
};

/// Nothing before the first is made. Locked, so that two rotations at once follow each other.
std::optional<InUse> lock_in_use(Transaction& keys);
std::optional<InUse> maybe_in_use(Transaction& keys);

/// Every key there was, the first made first.
std::vector<SigningKey> all(Transaction& keys);

/// Adds the key number `n`; once, whoever else adds it at this moment.
void insert(Transaction& keys, std::int64_t n, const SigningKey& key, const std::string& wrapped);

/// Ends the key number `n`: its secret goes.
void retire(Transaction& keys, std::int64_t n);

} // namespace domain::vault::signing_keys
