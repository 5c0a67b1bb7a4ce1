#include "jobs/money_operations.hpp"

#include "jobs/payments_context.hpp"
#include "payments/flows/dispatch.hpp"

namespace jobs {

void on_money_operation_due(Context& context, const domain::events::Leased& event)
{
    payments::flows::advance(payments_context(context), event.subject);
}

} // namespace jobs
