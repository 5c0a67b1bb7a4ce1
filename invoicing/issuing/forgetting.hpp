#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/forgetting/closure.hpp"
#include "domain/forgetting/replay.hpp"
#include "domain/forgetting/sweep.hpp"
#include "domain/storage/transaction.hpp"

namespace invoicing::issuing {

/// Ends documents ten years after the end of their fiscal year: content, salt and bytes go
/// under an order of destruction, their key with them; number, commitments and chain stay, so
/// that every series still verifies. A document waits for the credit notes that name it.
/// `afterwards` is called for each account that a document named, once it has ended.
using Afterwards = std::function<void(domain::Transaction&, const domain::AccountId&)>;
domain::forgetting::ObjectSweep document_sweep(const Afterwards& afterwards);
domain::forgetting::Replayer document_replayer(const Afterwards& afterwards);

/// The end of the fiscal year of the last document that names `account`, on either side.
std::optional<domain::Day> last_fiscal_year_end(domain::Transaction& tx,
                                                const domain::AccountId& account);

/// An account waits for the documents of what was released to it or paid by it.
std::vector<domain::forgetting::Hold> holds(domain::Transaction& tx,
                                            const domain::AccountId& account);

} // namespace invoicing::issuing
