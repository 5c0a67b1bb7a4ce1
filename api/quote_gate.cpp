#include "api/quote_gate.hpp"

#include "domain/accounts/terms.hpp"
#include "invoicing/agreed.hpp"
#include "invoicing/gate.hpp"

namespace api {

using namespace domain;

namespace {

std::optional<invoicing::Mandate> mandate_of(Transaction& tx, const AccountId& provider)
{
    const auto accepted =
        accounts::acceptance_of(tx, provider, accounts::Document::invoicing_mandate);
    if (!accepted) return {};
    return invoicing::Mandate{accepted->version, accepted->text_sha256, accepted->accepted_at};
}

} // namespace

orders::QuoteGate quote_gate(const App& app)
{
    return [&platform = app.platform](Transaction& tx, const orders::Evidence& evidence) {
        const auto today = day_in_paris(tx.now);
        const auto agreed = invoicing::agreed_order(evidence, mandate_of(tx, evidence.provider_id),
                                                    platform, today);
        return invoicing::missing_mentions(agreed, today);
    };
}

} // namespace api
