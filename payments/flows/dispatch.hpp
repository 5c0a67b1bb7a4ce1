#pragma once

#include "domain/core/id.hpp"
#include "payments/flows/context.hpp"
#include "payments/operations/operation.hpp"

namespace payments::flows {

/// Carries an operation on from wherever it stands: sends what is planned, asks about what is
/// unknown, reads what is undecided. Of many callers at once, one sends. Returns where it
/// stands then. Never waits longer than Mangopay takes for a few calls.
operations::State advance(const Context& context, const operations::MoneyOperationId& id);

/// Looked into by people, who found Mangopay's object: it is read, and booked if it is what was
/// asked for. False when the operation is not in manual_review, or the object is another's.
bool decide_happened(const Context& context, const operations::MoneyOperationId& id,
                     const ResourceId& resource);

/// Looked into by people, who found that it did not happen: booked as failed, and tried again
/// under a new key if it is `wanted_still`. False when the operation is not in manual_review.
bool decide_did_not_happen(const Context& context, const operations::MoneyOperationId& id,
                           bool wanted_still);

/// Makes sure that an account exists at Mangopay in `role`. False when it does not yet.
bool ensure_open(const Context& context, const domain::AccountId& account, Role role);

} // namespace payments::flows
