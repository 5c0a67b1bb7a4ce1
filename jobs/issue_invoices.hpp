#pragma once

#include "domain/events/event_store.hpp"
#include "jobs/context.hpp"

namespace jobs {

/// order_released: the provider's invoice to the client and the platform's for its commission,
/// both or neither (the provider's alone when the commission is 0.00). While something holds them
/// up (wrong_with_documents()) they wait, however long.
void issue_invoices(Context& context, const domain::events::Leased& event);

/// invoices_issued: renders the PDFs from the frozen rows, stores them once, tells both sides.
void render_invoices(Context& context, const domain::events::Leased& event);

} // namespace jobs
