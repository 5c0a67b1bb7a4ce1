#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "invoicing/issuing/finding.hpp"

namespace invoicing::issuing {

/// Whether something else is kept of what was looked at.
bool is_news(domain::Transaction& tx, const Finding& finding);

/// Writes what was found, and that what was not found any more is whole again. Nothing is kept of a
/// document whose destruction was ordered.
void write(domain::Transaction& tx, const Finding& finding);

/// Documents of which something is damaged: cannot be given out; and was made again in the last
/// seven days.
struct DamagedCount {
    std::int64_t damaged = 0, remade = 0;
    auto fields() { return std::tie(damaged, remade); }
};
DamagedCount count_damaged(domain::Transaction& tx);

} // namespace invoicing::issuing
