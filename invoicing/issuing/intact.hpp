#pragma once

#include <optional>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "invoicing/issuing/evidence_store.hpp"
#include "invoicing/issuing/finding.hpp"
#include "invoicing/issuing/invoice_store.hpp"

namespace invoicing::issuing {

/// Whether the document is what its entries in the chain commit to; the first damage, if any. A
/// document that is not rendered yet lacks nothing. One whose destruction was ordered is not
/// damaged, whatever is left of it: without its key it is destroyed.
std::optional<Damage> damage_of(domain::Transaction& tx, const Summary& invoice,
                                Look look = Look::content);

/// Whether the invoice's row is of its link, and what that commits to.
bool is_committed(const Evidence& invoice);

/// Every damage of the content of the invoice whose links these are, each once; and of one of its
/// files.
std::vector<Damage> damages_of(domain::Transaction& tx, const std::vector<Evidence>& links);
std::vector<Damage> damages_of_file(domain::Transaction& tx, const Evidence& file);

} // namespace invoicing::issuing
