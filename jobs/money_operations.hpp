#pragma once

#include "domain/events/event_store.hpp"
#include "jobs/context.hpp"

namespace jobs {

/// Carries a planned money operation out. What stays undecided is followed up by reconcile().
void on_money_operation_due(Context& context, const domain::events::Leased& event);

} // namespace jobs
