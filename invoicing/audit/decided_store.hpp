#pragma once

#include "domain/storage/transaction.hpp"
#include "invoicing/audit/report.hpp"

namespace invoicing::audit {

/// Names every series whose successor or accepted date no proposal set, was set by one and is gone,
/// or is none: a successor of another seller or kind, a date that no invoice of the series bears.
void look_for_undecided(domain::Transaction& tx, Report& report);

} // namespace invoicing::audit
