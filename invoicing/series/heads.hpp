#pragma once

#include <vector>

#include "invoicing/series/head_store.hpp"

namespace invoicing::series {

/// Signs every series that moved since its last head: after this, nothing up to here can be cut off
/// or written anew without being seen. Returns the new heads. A series that is not the one any more
/// that its last head was of, or has lost the head that it is anchored at, is not signed, but told
/// in the log: `series audit` says what is wrong. Nor is any while the signing key does
/// not open. Once committed, anchor_heads() is to follow.
std::vector<Head> sign_heads(domain::Transaction& tx);

} // namespace invoicing::series
