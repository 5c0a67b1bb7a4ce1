#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/proposals/proposal.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::proposals {

/// False when another proposal about the same subject is open, or another stands with its bank
/// reference.
bool insert(Transaction& tx, const Proposal& proposal);

std::optional<Proposal> maybe_find(Transaction& tx, const ProposalId& id);

/// maybe_find(), holding the row until the end of the unit of work.
std::optional<Proposal> lock(Transaction& tx, const ProposalId& id);

/// Open ones or the others, oldest first, after the id `after`.
std::vector<Proposal> list(Transaction& tx, bool is_open, const std::string& after, int most);

/// The open one about `subject`, if any.
std::optional<ProposalId> open_about(Transaction& tx, std::string_view subject);

/// Accepted ones, and those that are due, the oldest first.
std::vector<ProposalId> to_carry_out(Transaction& tx, int most);

/// The company's mail about an unopposed one has left: its time to refuse begins, once.
void note_told(Transaction& tx, const ProposalId& id);

/// Those whose mail to the company has not left within an hour: they take no effect until it has.
std::int64_t count_untold(Transaction& tx);

/// Moves a locked proposal along and writes the step down.
void write_step(Transaction& tx, const Proposal& proposal, const Step& step);

std::vector<Step> steps_of(Transaction& tx, const ProposalId& id);

} // namespace domain::proposals
