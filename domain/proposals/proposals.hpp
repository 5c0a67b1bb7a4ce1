#pragma once

#include <string>
#include <string_view>

#include "domain/proposals/proposal.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::proposals {

/// The proposal, or not_found.
Proposal find(Transaction& tx, const ProposalId& id);

/// `by` proposes; whoever calls has made sure of the person, and that the wish fits its subject.
/// Who may decide is told by mail; where nobody else may, the company is, and may refuse for 72
/// hours after that mail has left. `arose` is the day since which what it is about is there.
/// Refuses (422) evidence that its kind does not take, a day before `arose` or after today, a bank
/// transfer that another proposal names; (409) a second open proposal about the same.
Proposal make(Transaction& tx, const AccountId& by, const Wish& wish, Day arose);

/// What somebody of the staff decides on it, with a reason: whoever proposed may withdraw, others
/// accept or refuse if they may decide. Refuses (409) everything else, with the reason.
Proposal decide(Transaction& tx, const AccountId& by, const ProposalId& id, Decision decision,
                const std::string& reason);

/// The company refuses by the link in its mail. False when the link is dead, whatever the reason.
[[nodiscard]] bool refuse_by_link(Transaction& tx, std::string_view token);

/// Holds a proposal that is to be carried out now: accepted, or by now unrefused for 72 hours since
/// the company's mail left.
/// Nothing when it is not, or not any more.
std::optional<Proposal> take_up(Transaction& tx, const ProposalId& id);

/// What became of one that was taken up in this unit of work: done, or impossible and why (a code).
void close(Transaction& tx, const Proposal& proposal, std::string_view impossible_because = "");

} // namespace domain::proposals
