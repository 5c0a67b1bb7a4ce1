#include "domain/proposals/links.hpp"

#include "domain/core/crypto.hpp"

namespace domain::proposals {

std::string issue_link(Transaction& tx, const ProposalId& proposal)
{
    constexpr std::size_t token_bytes = 32;
    auto token = to_base64url(random_bytes(token_bytes));
    tx.run(R"(
        INSERT INTO proposal_links (token_sha256, proposal_id, created_at)
        VALUES (:token, :proposal, :at))",
           sha256_hex(token), proposal, tx.now);
    return token;
}

std::optional<ProposalId> use_link(Transaction& tx, std::string_view token)
{
    auto proposal = tx.maybe<ProposalId>(
        "SELECT proposal_id FROM proposal_links WHERE token_sha256 = :token", sha256_hex(token));
    if (proposal) end_links(tx, *proposal);
    return proposal;
}

void end_links(Transaction& tx, const ProposalId& proposal)
{
    tx.run("DELETE FROM proposal_links WHERE proposal_id = :proposal", proposal);
}

} // namespace domain::proposals
