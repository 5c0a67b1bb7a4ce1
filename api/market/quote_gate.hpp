#pragma once

#include "api/pipeline/app.hpp"
#include "domain/orders/acceptance.hpp"
#include "domain/quotes/quotes.hpp"

namespace api::market {

/// Before a quote is sent: the whole invoice gate run dry, with the client as far as it is known.
/// The provider is told what it can mend, field by field; of what is the client's, only that it is:
/// the client's own request tells it what (`before_accepting`).
domain::quotes::Gate sending_gate(const App& app);

/// The invoice gate, run dry before a quote is accepted: every reason why its invoices could
/// not be written, named as fields.
domain::orders::QuoteGate quote_gate(const App& app);

} // namespace api::market
