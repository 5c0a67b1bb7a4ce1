#pragma once

#include <optional>
#include <string>

#include "domain/proposals/proposal.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::proposals {

/// The keyed index of the bank reference among `evidence`, the same whatever its blanks, case and
/// accents; nothing where there is none.
std::optional<std::string> bank_reference_index(Transaction& tx, const Evidence& evidence);

/// The proposal about something else that stands with the bank reference of `wish`, if any.
std::optional<ProposalId> with_same_transfer(Transaction& tx, const Wish& wish);

} // namespace domain::proposals
