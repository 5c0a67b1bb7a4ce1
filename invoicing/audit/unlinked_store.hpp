#pragma once

#include <vector>

#include "invoicing/audit/link_store.hpp"

namespace invoicing::audit {

/// Names what no link knows, unless as many rows are there as the walks have `known`.
void look_for_unlinked(domain::Transaction& tx, const Known& known, Report& report);

} // namespace invoicing::audit
