#pragma once

#include <optional>
#include <string_view>

#include "domain/proposals/proposal.hpp"
#include "domain/proposals/stake.hpp"
#include "domain/storage/transaction.hpp"

/// What two people decide about a series that a wrong clock has dated ahead of the time.
namespace invoicing::series {

/// What is at stake where `subject` is the prefix of a series in which somebody numbers; nothing
/// where it is none. It arises today: nobody owes anything for it.
std::optional<domain::proposals::Stake> stake_of(domain::Transaction& tx, std::string_view subject);

/// Refuses what does not fit a proposal's subject, a prefix: (422) no series in which somebody
/// numbers, (409) one that is not ahead, or whose date was accepted. Tells what is at stake.
domain::proposals::Stake require_fit(domain::Transaction& tx, const domain::proposals::Wish& wish);

/// Does what was accepted, and notes what became of it in the same unit of work; what the series
/// held up is tried again at once (series_decided).
void carry_out(domain::Transaction& tx, const domain::ProposalId& id);

} // namespace invoicing::series
