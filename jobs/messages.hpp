#pragma once

#include "domain/events/event_store.hpp"
#include "jobs/context.hpp"

namespace jobs {

/// Tells whoever has not read it of a new message, once per burst of unread ones.
void on_message_sent(Context& context, const domain::events::Leased& event);

} // namespace jobs
