#include "api/market/quote_gate.hpp"

#include "api/people/conditions.hpp"
#include "invoicing/issuing/agreed.hpp"
#include "invoicing/issuing/gate.hpp"
#include "invoicing/issuing/mandates.hpp"
#include "invoicing/law/vat.hpp"

namespace api::market {

using namespace domain;

namespace {

std::vector<FieldError> wrong_on_invoices(const quotes::Offer& offer)
{
    auto why = invoicing::law::uncovered(offer.service_category, offer.performed_in);
    if (!why) return {};
    return {{"performed_in", *std::move(why)}};
}

} // namespace

quotes::Gate sending_gate(const App& app)
{
    return {people::conditions(app), wrong_on_invoices};
}

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
