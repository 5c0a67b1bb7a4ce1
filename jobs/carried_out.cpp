#include "jobs/carried_out.hpp"

#include "domain/core/check.hpp"
#include "domain/orders/evidence.hpp"
#include "invoicing/issuing/agreed.hpp"
#include "invoicing/issuing/mandates.hpp"

namespace jobs {

using namespace domain;

invoicing::issuing::IssueOrder carried_out(Transaction& tx, const orders::Order& order,
                                           const Platform& platform)
{
    check(order.funded_at && order.validated_at, "what is documented was paid and validated");
    const auto evidence = orders::evidence(tx, order.id);
    const auto supplied = day_in_paris(*order.validated_at);
    auto issue = invoicing::issuing::agreed_order(
        evidence, invoicing::issuing::mandate_of(tx, order.provider, supplied), platform,
        day_in_paris(tx.now));
    issue.given_back = order.refunded;
    issue.commission.net = order.commission_net;
    issue.commission.gross = order.commission();
    issue.supply_day = supplied;
    issue.payment_day = day_in_paris(*order.funded_at);
    issue.collection_day = day_in_paris(order.released_at.value_or(tx.now));
    return issue;
}

} // namespace jobs
