#pragma once

#include "domain/storage/transaction.hpp"

namespace invoicing::series {

/// Moves the anchor of every series on to its last head. In a unit of work that begins after heads
/// were committed: what was cut off in between leaves the data ahead of the anchors, and is made up
/// for the next time. A series whose heads do not follow its anchor keeps it, and is told in the
/// log.
void anchor_heads(domain::Transaction& tx);

} // namespace invoicing::series
