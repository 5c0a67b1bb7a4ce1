#pragma once

#include <cstdint>

#include "domain/events/event_store.hpp"
#include "jobs/context.hpp"

namespace jobs {

/// A validated order: its escrow goes to the provider, or waits with a reason, of which both sides
/// are told when it lasts.
void on_release_due(Context& context, const domain::events::Leased& event);

/// Tries the releases that waited, for their provider or their documents, again. Returns how many
/// went on.
std::int64_t release_waiting_orders(Context& context);

/// What a series held up is due again: the releases that wait, and the documents of money that went
/// already.
void on_series_decided(Context& context, const domain::events::Leased& event);

} // namespace jobs
