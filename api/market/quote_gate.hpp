#pragma once

#include "api/pipeline/app.hpp"
#include "domain/orders/acceptance.hpp"
#include "domain/quotes/quotes.hpp"

namespace api::market {

/// Before a quote is sent: what would keep its invoices from being written, as far as it is known
/// without the client, told to whoever can mend it.
domain::quotes::Gate sending_gate(const App& app);

/// The invoice gate, run dry before a quote is accepted: every reason why its invoices could
/// not be written, named as fields.
domain::orders::QuoteGate quote_gate(const App& app);

} // namespace api::market
