#pragma once

#include "domain/events/event_store.hpp"
#include "jobs/context.hpp"

namespace jobs {

/// Composes the announced mail as things stand now, or takes what was kept of it for whoever went
/// meanwhile, and hands it over. When that fails it is announced anew by the worker; whoever has
/// gone otherwise, or no longer wants it, gets none. From when the company could refuse a proposal
/// is written down once its mail has left.
void send_mail(Context& context, const domain::events::Leased& event);

} // namespace jobs
