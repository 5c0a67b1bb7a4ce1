#pragma once

#include <string>

#include "domain/accounts/origin.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/former_members/document_link.hpp"
#include "invoicing/former_members/own_documents.hpp"

namespace invoicing::former_members {

/// What somebody says to come to its documents: the link's token, the number of any of them, and
/// its name as it stands there.
struct Claim {
    std::string token, number, name;
};

/// Counts one try, the same whether there is such a link or not, and refuses (429) too many: 5 a
/// minute, 20 an hour, 100 a day for each token, 200 an hour for each network. To be committed
/// before the claim is judged.
void count_claim(domain::Transaction& tx, const Claim& claim,
                 const domain::accounts::ConnectionOrigin& from);

/// The link, when it lives and number and name belong to it, however they are spelled; the try is
/// taken back then. Else the one refusal (422) there is, whatever is wrong. To be committed before
/// anything is read: only a wrong proof is a wrong try, not an id that leads nowhere. What of that
/// document is damaged is added to `found`.
DocumentLink opened(domain::Transaction& tx, const Claim& claim,
                    const domain::accounts::ConnectionOrigin& from, issuing::Findings& found);

/// The link of a claim that was found true before; the same refusal when it has ended since.
DocumentLink still_open(domain::Transaction& tx, const Claim& claim);

/// Journals, with the reads of the archive, that `link` was used: `what` is "list", "document",
/// "xml" or "link_revoked"; `object` an id, or "".
void journal(domain::Transaction& tx, const DocumentLink& link, std::string_view what,
             std::string_view object);

} // namespace invoicing::former_members
