#pragma once

#include <functional>

#include "domain/storage/database.hpp"
#include "invoicing/audit/report.hpp"

namespace invoicing::audit {

/// Recounts every series from its rows, trusting neither counters nor constraints, and names every
/// fault by series and number: chain and positions, numbers, counters, what every row commits to,
/// files, keys, destructions, what was decided of the series, heads and where they are anchored.
/// Opens nothing (look_inside() does). What happened after the last head of a series was signed,
/// and left its chain, rows and counter in agreement, cannot be seen.
Report audit(domain::Transaction& tx);

/// The same of as many series at once as there are processors; documents may be issued meanwhile.
/// `walked` hears, one call at a time, how many links have been looked at.
Report audit(domain::Database& db, const std::function<void(std::int64_t)>& walked);

} // namespace invoicing::audit
