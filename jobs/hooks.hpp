#pragma once

#include <cstdint>

#include "domain/events/event_store.hpp"
#include "jobs/context.hpp"

namespace jobs {

/// Mangopay called about a resource: it is read again, and its state booked.
void on_hook_received(Context& context, const domain::events::Leased& event);

/// Makes sure that Mangopay calls us about everything we want to know; also at the start.
std::int64_t ensure_hooks(Context& context);

/// Takes up the events that no call told us about.
std::int64_t backfill_hooks(Context& context);

} // namespace jobs
