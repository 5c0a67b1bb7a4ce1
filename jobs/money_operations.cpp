#include "jobs/money_operations.hpp"

#include "jobs/desk.hpp"
#include "payments/flows/dispatch.hpp"

namespace jobs {

void on_money_operation_due(Context& context, const domain::events::Leased& event)
{
    payments::flows::advance(desk_of(context), event.subject);
}

} // namespace jobs
