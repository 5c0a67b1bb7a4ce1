#include "jobs/refund_orders.hpp"

#include "domain/core/stored.hpp"
#include "jobs/payments_context.hpp"
#include "payments/flows/dispatch.hpp"
#include "payments/flows/refunds.hpp"

namespace jobs {

using namespace domain;

void on_refund_due(Context& context, const events::Leased& event)
{
    const auto order = stored(OrderId::parse(event.subject));
    const auto refund = context.db.transaction(
        [&](Transaction& tx) { return payments::flows::refunds::plan(tx, order); });
    if (refund) payments::flows::advance(payments_context(context), refund->id);
}

} // namespace jobs
