#include "jobs/refund_orders.hpp"

#include "domain/core/stored.hpp"
#include "jobs/payments_context.hpp"
#include "payments/flows/dispatch.hpp"
#include "payments/flows/refunds.hpp"
#include "payments/operations/operation_store.hpp"

namespace jobs {

using namespace domain;

void on_refund_due(Context& context, const events::Leased& event)
{
    namespace refunds = payments::flows::refunds;
    const auto refund = context.db.transaction([&](Transaction& tx) {
        if (event.detail.empty()) return refunds::plan(tx, stored(OrderId::parse(event.subject)));
        const auto pay_in = stored(MoneyOperationId::parse(event.detail));
        return refunds::plan_unneeded(tx, payments::operations::find(tx, pay_in));
    });
    if (refund) payments::flows::advance(payments_context(context), refund->id);
}

} // namespace jobs
