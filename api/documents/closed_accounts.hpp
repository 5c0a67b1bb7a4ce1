#pragma once

#include <functional>
#include <vector>

#include "api/pipeline/route.hpp"
#include "invoicing/former_members/opening.hpp"

namespace api::documents {

/// The documents of a closed account, for programs: by the link of its last mail with the number of
/// one of them and the name on it.
std::vector<Route> closed_account_routes();

/// Answers whoever may see what `link` opens; what it finds damaged is added to `found`.
using Reading = std::function<Response(domain::Transaction&,
                                       const invoicing::former_members::DocumentLink& link,
                                       invoicing::issuing::Findings& found)>;

/// Counts the claim, then has `read` answer whoever makes it rightly, in one unit of work. Refuses
/// as opened() does.
Response claimed(App& app, const Request& request, const invoicing::former_members::Claim& claim,
                 const Reading& read);

/// One document as a download, journaled; not_found when the link does not open it.
Response own_download(domain::Transaction& tx, const invoicing::former_members::DocumentLink& link,
                      std::string_view id, invoicing::former_members::Form form,
                      invoicing::issuing::Findings& found);

/// Ends the link for good, journaled.
void end_link(domain::Transaction& tx, const invoicing::former_members::DocumentLink& link);

} // namespace api::documents
