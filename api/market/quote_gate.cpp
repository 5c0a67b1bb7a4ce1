#include "api/market/quote_gate.hpp"

#include "invoicing/issuing/agreed.hpp"
#include "invoicing/issuing/gate.hpp"
#include "invoicing/issuing/mandates.hpp"

namespace api::market {

using namespace domain;

orders::QuoteGate quote_gate(const App& app)
{
    return [&platform = app.platform](Transaction& tx, const orders::Evidence& evidence) {
        const auto today = day_in_paris(tx.now);
        const auto agreed = invoicing::issuing::agreed_order(
            evidence, invoicing::issuing::mandate_of(tx, evidence.provider_id, today), platform,
            today);
        return invoicing::issuing::missing_mentions(agreed, today);
    };
}

} // namespace api::market
