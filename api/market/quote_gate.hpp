#pragma once

#include "api/pipeline/app.hpp"
#include "domain/orders/acceptance.hpp"

namespace api::market {

/// The invoice gate, run dry before a quote is accepted: every reason why its invoices could
/// not be written, named as fields.
domain::orders::QuoteGate quote_gate(const App& app);

} // namespace api::market
