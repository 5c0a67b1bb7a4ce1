#include "jobs/documents_gate.hpp"

#include <algorithm>
#include <iterator>

#include "invoicing/issuing/gate.hpp"
#include "invoicing/issuing/invoice_store.hpp"
#include "invoicing/issuing/series_gate.hpp"
#include "jobs/carried_out.hpp"
#include "payments/reconciliation/their_time.hpp"

namespace jobs {

using namespace domain;

std::vector<FieldError> wrong_with_documents(Transaction& tx, const Context& context,
                                             const orders::Order& order)
{
    if (!order.quote)
        return {}; // documents are made of what was quoted, and of nothing else so far
    if (!invoicing::issuing::issued_for_order(tx, order.id).empty()) return {};
    const auto issue = carried_out(tx, order, context.platform);
    auto found = invoicing::issuing::missing_mentions(issue, day_in_paris(tx.now));
    std::ranges::move(invoicing::issuing::unusable_series(tx, issue), std::back_inserter(found));
    if (auto ahead = payments::reconciliation::clock_ahead(tx)) found.push_back(*std::move(ahead));
    return found;
}

} // namespace jobs
