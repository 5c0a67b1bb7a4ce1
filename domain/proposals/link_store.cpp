#include "domain/proposals/link_store.hpp"

namespace domain::proposals {

void insert_link(Transaction& tx, const std::string& token_sha256, const ProposalId& proposal)
{
    tx.run(R"(
        INSERT INTO proposal_links (token_sha256, proposal_id, created_at)
        VALUES (:token, :proposal, :at))",
           token_sha256, proposal, tx.now);
}

std::optional<ProposalId> linked_by(Transaction& tx, const std::string& token_sha256)
{
    return tx.maybe<ProposalId>(
        "SELECT proposal_id FROM proposal_links WHERE token_sha256 = :token", token_sha256);
}

void delete_links(Transaction& tx, const ProposalId& proposal)
{
    tx.run("DELETE FROM proposal_links WHERE proposal_id = :proposal", proposal);
}

} // namespace domain::proposals
