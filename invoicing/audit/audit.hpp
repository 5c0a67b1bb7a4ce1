#pragma once

#include <functional>

#include "domain/storage/transaction.hpp"
#include "invoicing/audit/report.hpp"

namespace invoicing::audit {

/// Recounts every series from its rows, trusting neither counters nor constraints, and names every
/// fault by series and number: chain and positions, numbers, counters, what every row commits to,
/// files, keys, destructions, heads. Opens nothing (look_inside() does). What happened after the
/// last head of a series was signed, and left its chain, rows and counter in agreement, cannot be
/// seen. `walked` hears now and then how many links have been looked at.
Report audit(
    domain::Transaction& tx, const std::function<void(std::int64_t)>& walked = [](std::int64_t) {});

} // namespace invoicing::audit
