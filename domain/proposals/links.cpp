#include "domain/proposals/links.hpp"

#include "domain/core/crypto.hpp"
#include "domain/proposals/link_store.hpp"

namespace domain::proposals {

std::string issue_link(Transaction& tx, const ProposalId& proposal)
{
    constexpr std::size_t token_bytes = 32;
    auto token = to_base64url(random_bytes(token_bytes));
    insert_link(tx, sha256_hex(token), proposal);
    return token;
}

std::optional<ProposalId> use_link(Transaction& tx, std::string_view token)
{
    auto proposal = linked_by(tx, sha256_hex(token));
    if (proposal) end_links(tx, *proposal);
    return proposal;
}

void end_links(Transaction& tx, const ProposalId& proposal)
{
    delete_links(tx, proposal);
}

} // namespace domain::proposals
