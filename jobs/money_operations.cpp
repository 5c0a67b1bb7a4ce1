#include "jobs/money_operations.hpp"

#include "domain/core/stored.hpp"
#include "jobs/payments_context.hpp"
#include "payments/flows/dispatch.hpp"

namespace jobs {

void on_money_operation_due(Context& context, const domain::events::Leased& event)
{
    const auto operation = domain::stored(domain::MoneyOperationId::parse(event.subject));
    payments::flows::advance(payments_context(context), operation);
}

} // namespace jobs
