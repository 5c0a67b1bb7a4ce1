#pragma once

#include "domain/events/event_store.hpp"
#include "jobs/context.hpp"

namespace jobs {

/// An order owes its client money back, wholly or in part: out of the escrow, to the card.
void on_refund_due(Context& context, const domain::events::Leased& event);

} // namespace jobs
