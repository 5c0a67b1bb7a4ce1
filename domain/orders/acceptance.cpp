#include "domain/orders/acceptance.hpp"

#include "domain/core/refused.hpp"
#include "domain/mail/notify.hpp"
#include "domain/orders/order_store.hpp"
#include "domain/profiles/one_party.hpp"
#include "domain/terms/terms.hpp"

namespace domain::orders {

namespace {

std::optional<TermsAccepted> terms_of(Transaction& tx, const AccountId& client)
{
    const auto accepted = terms::acceptance_of(tx, client, terms::Document::terms);
    if (!accepted) return {};
    return TermsAccepted{accepted->version, accepted->text_sha256, accepted->accepted_at};
}

Evidence frozen(Transaction& tx, const quotes::Accepted& accepted, const Acceptance& acceptance)
{
    const auto& quote = accepted.quote;
    const auto& platform = acceptance.marketplace.platform;
    return {.order = OrderId::fresh(tx.now),
            .quote = quote.id,
            .quote_version = quote.version,
            .client_id = quote.client,
            .provider_id = quote.provider,
            .client = payees::billing_identity(tx, quote.client),
            .provider = payees::billing_identity(tx, quote.provider),
            .quote_text = accepted.text,
            .quote_sha256 = quote.text_sha256,
            .offer = quotes::offer_in(accepted.text),
            .commission =
                commission_on(quote.net, platform.commission_rate, platform.commission_vat),
            .accepted_at = tx.now,
            .accepted_from = acceptance.from,
            .terms = terms_of(tx, quote.client)};
}

void check_gate(Transaction& tx, const QuoteGate& gate, const Evidence& evidence)
{
    auto obstacles = gate(tx, evidence);
    if (obstacles.empty()) return;
    throw Refused(
        Refusal::action_unavailable,
        {"Ce devis ne pourrait pas être facturé : il manque ce qui est dit avec ce refus.",
         "This quote could not be invoiced: what is said with this refusal is missing."},
        std::move(obstacles));
}

Order order_of(const Evidence& evidence, const quotes::Quote& quote, const Platform& platform)
{
    return {.id = evidence.order,
            .quote = quote.id,
            .quote_version = quote.version,
            .request = quote.request,
            .client = quote.client,
            .provider = quote.provider,
            .net = quote.net,
            .vat = quote.vat,
            .gross = quote.gross,
            .commission_net = evidence.commission.net,
            .commission_vat = evidence.commission.vat,
            .accepted_at = evidence.accepted_at,
            .payment_due_at = evidence.accepted_at + platform.payment_within};
}

} // namespace

Order accept(Transaction& tx, const AccountId& client, const Acceptance& acceptance)
{
    const auto& marketplace = acceptance.marketplace;
    const auto accepted = quotes::accept(tx, client, acceptance.seen);
    profiles::require_two_parties(tx, client, accepted.quote.provider);
    payees::require_complete(tx, marketplace.policy, client, policy::Step::quote_acceptance);
    const auto evidence = frozen(tx, accepted, acceptance);
    check_gate(tx, acceptance.gate, evidence);

    auto order = order_of(evidence, accepted.quote, marketplace.platform);
    insert(tx, order);
    record(tx, evidence);
    append_event(tx, order.id,
                 {tx.now, "accept", std::string(name(Party::client)), client.text(), "",
                  std::string(name(order.state))});
    mail::notify(tx, order.provider, mail::Template::quote_accepted, {order.id.text()});
    mail::notify(tx, order.client, mail::Template::order_awaits_payment, {order.id.text()});
    return order;
}

} // namespace domain::orders
