#pragma once

#include "domain/storage/transaction.hpp"
#include "invoicing/audit/report.hpp"
#include "invoicing/series/anchor_store.hpp"

namespace invoicing::audit {

/// Names every head that no key of ours signed, that does not follow the head before it, or whose
/// link is not in the chain any more; every one of `anchors` whose head is missing, or that the
/// chain does not reach; and the signing key that its predecessor did not sign. Says of every
/// series up to where it is signed. The anchors were read before everything else: heads that came
/// since are ahead of them.
void look_at_heads(domain::Transaction& tx, series::Anchors anchors, Report& report);

} // namespace invoicing::audit
