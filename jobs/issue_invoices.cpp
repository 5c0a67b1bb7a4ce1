#include "jobs/issue_invoices.hpp"

#include <chrono>

#include "domain/core/check.hpp"
#include "domain/core/log.hpp"
#include "domain/mail/notify.hpp"
#include "domain/orders/order_store.hpp"
#include "domain/orders/release_block_store.hpp"
#include "invoicing/issuing/invoice_store.hpp"
#include "invoicing/issuing/invoices.hpp"
#include "jobs/carried_out.hpp"
#include "jobs/clocks.hpp"
#include "jobs/documents_gate.hpp"

namespace jobs {

using namespace domain;

namespace {

OrderId order_of(const events::Leased& event)
{
    const auto id = OrderId::parse(event.subject);
    check(id.has_value(), "the event's subject is an order");
    return *id;
}

/// Looked at again after so long: whatever holds documents up is mended by people.
constexpr std::chrono::minutes look_again{5};

void put_off(Transaction& tx, const events::Leased& event, const std::vector<FieldError>& wrong)
{
    orders::write_complaints(tx, order_of(event), wrong);
    log(Level::error, "invoices_wait",
        {{"order", event.subject}, {"first_of", wrong.front().field}});
    events::put_off(tx, event, wrong.front().field, look_again);
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
    hear_mangopay(context);
    context.db.transaction([&](Transaction& tx) {
        note_mangopay(tx, context);
        const auto order = orders::find(tx, order_of(event));
        const auto wrong = wrong_with_documents(tx, context, order);
        if (!wrong.empty()) return put_off(tx, event, wrong);
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
