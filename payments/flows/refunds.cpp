#include "payments/flows/refunds.hpp"

#include <chrono>

#include "domain/events/event_store.hpp"
#include "domain/orders/escrow.hpp"
#include "domain/orders/order_store.hpp"
#include "payments/ledger/ledger.hpp"
#include "payments/operations/operation_store.hpp"

namespace payments::flows::refunds {

namespace {

using operations::Operation;
using operations::State;

// Mangopay refuses the same amount of the same pay-in twice within 24 hours (005407).
constexpr std::chrono::hours retry_after{25};

std::string intent_of(const domain::OrderId& order)
{
    return "refund " + order.text();
}

/// Where the money waits that `refund` gives back: an escrow, or nobody's.
ledger::Account source_of(const Operation& refund)
{
    const auto& wallet = refund.plan.debited_wallet_id;
    return refund.plan.order_id ? ledger::held_of(wallet, *refund.plan.order_id)
                                : ledger::free_of(wallet);
}

void book(Transaction& tx, const Operation& refund, ledger::Kind kind, const ledger::Account& from,
          const ledger::Account& to)
{
    auto entry = ledger::moved(kind, std::string(ledger::name(kind)) + " " + refund.id.text(), from,
                               to, refund.plan.amount);
    entry.order = refund.plan.order_id;
    entry.operation = refund.id;
    ledger::book(tx, entry);
}

Operation plan_of(Transaction& tx, const Operation& pay_in, const std::string& intent,
                  std::optional<domain::OrderId> order, domain::Money amount)
{
    auto refund = operations::plan(tx, {.kind = Kind::refund,
                                        .intent = intent,
                                        .account_id = pay_in.plan.account_id,
                                        .role = Role::payer,
                                        .order_id = std::move(order),
                                        .amount = amount,
                                        .author_id = pay_in.plan.author_id,
                                        .debited_wallet_id = pay_in.plan.credited_wallet_id,
                                        .target = PayInId(pay_in.resource_id.text())});
    book(tx, refund, ledger::Kind::refund, source_of(refund),
         ledger::refunding_of(refund.plan.debited_wallet_id));
    return refund;
}

} // namespace

std::optional<Operation> plan(Transaction& tx, const domain::OrderId& id)
{
    const auto order = domain::orders::lock(tx, id);
    if (order.refund_due == order.refunded || !order.payin) return {};
    if (auto live = operations::find_live(tx, intent_of(id))) return live;
    const auto pay_in = operations::maybe_find(tx, *order.payin);
    if (!pay_in || pay_in->state != State::succeeded) return {};
    return plan_of(tx, *pay_in, intent_of(id), id, order.refund_due);
}

void plan_unneeded(Transaction& tx, const Operation& pay_in)
{
    plan_of(tx, pay_in, "refund " + pay_in.id.text(), {}, pay_in.plan.amount);
}

void settled(Transaction& tx, const operations::Change& change)
{
    const auto& refund = change.operation;
    const auto refunding = ledger::refunding_of(refund.plan.debited_wallet_id);
    const auto& order = refund.plan.order_id;
    if (refund.state == State::succeeded) {
        if (order) domain::orders::mark_refunded(tx, *order, refund.plan.amount);
        book(tx, refund, ledger::Kind::refunded, refunding, ledger::world());
    }
    if (refund.state == State::failed) {
        book(tx, refund, ledger::Kind::refund_failed, refunding, source_of(refund));
        if (!order) return;
        domain::events::announce(tx, {domain::events::Kind::refund_due, order->text()},
                                 retry_after);
    }
}

} // namespace payments::flows::refunds
