#pragma once

#include <optional>
#include <string>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::proposals {

/// Links are known by the hashes of their tokens only.
void insert_link(Transaction& tx, const std::string& token_sha256, const ProposalId& proposal);
std::optional<ProposalId> linked_by(Transaction& tx, const std::string& token_sha256);
void delete_links(Transaction& tx, const ProposalId& proposal);

} // namespace domain::proposals
