#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::proposals {

/// A fresh token of 256 bits for the link by which the company refuses; only its hash is kept.
std::string issue_link(Transaction& tx, const ProposalId& proposal);

/// The proposal the token was issued for, once: every link of it is used up. Nothing when it is
/// unknown or used.
std::optional<ProposalId> use_link(Transaction& tx, std::string_view token);

/// A proposal that is not open any more is not refused by any link.
void end_links(Transaction& tx, const ProposalId& proposal);

} // namespace domain::proposals
