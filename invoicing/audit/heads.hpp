#pragma once

#include "domain/storage/transaction.hpp"
#include "invoicing/audit/report.hpp"

namespace invoicing::audit {

/// Names every head that no key of ours signed, or whose link is not in the chain any more, and
/// says of every series up to where it is signed; and the signing key that its predecessor did not
/// sign.
void look_at_heads(domain::Transaction& tx, Report& report);

} // namespace invoicing::audit
