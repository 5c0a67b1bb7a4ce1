#pragma once

#include "domain/proposals/proposal.hpp"
#include "domain/proposals/stake.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/flows/context.hpp"

namespace payments::decisions {

/// Refuses what does not fit a proposal's subject: (422) what is no movement of money of ours,
/// (409) a movement that does not wait for this. Tells what is at stake in what does.
domain::proposals::Stake require_fit(domain::Transaction& tx, const domain::proposals::Wish& wish);

/// Does what was accepted, and notes what became of it in the same unit of work. What Mangopay has
/// to be asked for is asked first; without an answer it is left for another time (NoAnswer).
void carry_out(const flows::Context& context, const domain::ProposalId& id);

} // namespace payments::decisions
