#pragma once

#include "domain/storage/transaction.hpp"
#include "invoicing/audit/walk.hpp"

namespace invoicing::audit {

/// Names every document that is there, that nobody ordered destroyed, and that has no key.
void look_for_keys(domain::Transaction& tx, Known known, Report& report);

} // namespace invoicing::audit
