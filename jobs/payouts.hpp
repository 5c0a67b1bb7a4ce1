#pragma once

#include "domain/events/event_store.hpp"
#include "jobs/context.hpp"

namespace jobs {

/// A provider has money at its disposal, or has become able to be paid: out it goes.
void on_payout_due(Context& context, const domain::events::Leased& event);

} // namespace jobs
