#pragma once

#include <map>
#include <optional>
#include <string>

#include "domain/storage/transaction.hpp"
#include "invoicing/series/anchor.hpp"

/// In the key database.
namespace invoicing::series {

/// The anchor of `series`; nothing before its first head.
std::optional<Anchor> maybe_anchor(domain::Transaction& keys, const std::string& series);

/// Every anchor, by the name of its series.
using Anchors = std::map<std::string, Anchor>;
Anchors all_anchors(domain::Transaction& keys);

/// Moves the anchor of its series on; one that has got further stays.
void move_on(domain::Transaction& keys, const Anchor& anchor);

} // namespace invoicing::series
