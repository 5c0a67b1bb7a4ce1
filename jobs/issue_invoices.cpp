#include "jobs/issue_invoices.hpp"

#include "domain/accounts/account_store.hpp"
#include "domain/core/check.hpp"
#include "domain/mail/notify.hpp"
#include "domain/orders/evidence.hpp"
#include "domain/orders/order_store.hpp"
#include "invoicing/issuing/agreed.hpp"
#include "invoicing/issuing/invoice_store.hpp"
#include "invoicing/issuing/invoices.hpp"
#include "invoicing/issuing/mandates.hpp"

namespace jobs {

using namespace domain;

namespace {

OrderId order_of(const events::Leased& event)
{
    const auto id = OrderId::parse(event.subject);
    check(id.has_value(), "the event's subject is an order");
    return *id;
}

/// What was agreed, with the dates and amounts that only the order's life could tell.
invoicing::issuing::IssueOrder carried_out(Transaction& tx, const orders::Order& order,
                                           const Platform& platform)
{
    check(order.funded_at && order.validated_at && order.released_at,
          "a released order was paid and validated");
    const auto evidence = orders::evidence(tx, order.id);
    const auto supplied = day_in_paris(*order.validated_at);
    auto issue = invoicing::issuing::agreed_order(
        evidence, invoicing::issuing::mandate_of(tx, order.provider, supplied), platform,
        day_in_paris(tx.now));
    issue.given_back = order.refunded;
    issue.commission.net = order.commission_net;
    issue.commission.gross = order.commission();
    issue.supply_day = supplied;
    issue.payment_day = day_in_paris(*order.funded_at);
    issue.collection_day = day_in_paris(*order.released_at);
    return issue;
}

/// With the last document: whoever is told finds them all, and is told once.
void tell_parties(Transaction& tx, const OrderId& id)
{
    const auto order = orders::find(tx, id);
    for (const auto& account : {order.client, order.provider})
        mail::notify(tx, account, mail::Template::invoices_available, {id.text()});
}

} // namespace

void issue_invoices(Context& context, const events::Leased& event)
{
    context.db.transaction([&](Transaction& tx) {
        const auto order = orders::find(tx, order_of(event));
        invoicing::issuing::issue_for_order(tx, carried_out(tx, order, context.platform));
    });
}

void render_invoices(Context& context, const events::Leased& event)
{
    const auto order = order_of(event);
    const auto invoices = context.db.read_latest(
        [&](Transaction& tx) { return invoicing::issuing::issued_for_order(tx, order); });
    check(!invoices.empty(), "what was issued is there to be rendered");
    for (const auto& id : invoices) {
        context.db.transaction([&](Transaction& tx) {
            const bool is_new = invoicing::issuing::store_rendering(tx, id);
            if (is_new && id == invoices.back()) tell_parties(tx, order);
        });
    }
}

} // namespace jobs
