#include "payments/flows/pay_ins.hpp"

#include "domain/core/refused.hpp"
#include "domain/orders/escrow.hpp"
#include "domain/payees/readiness.hpp"
#include "payments/flows/refunds.hpp"
#include "payments/ledger/ledger.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/payment_accounts/payment_account_store.hpp"

namespace payments::flows::pay_ins {

namespace {

using domain::Refusal;
using domain::Refused;
using operations::Operation;
using operations::State;

std::string intent_of(const domain::OrderId& order)
{
    return "pay_in " + order.text();
}

/// Its time is over at its instant, whenever the sweep comes by.
void check_awaits_payment(const domain::orders::Order& order, domain::Instant now)
{
    const bool awaits = order.state == domain::orders::State::awaiting_payment;
    if (awaits && now < order.payment_due_at) return;
    throw Refused(Refusal::action_unavailable,
                  {"Cette commande n'attend pas de paiement.", "This order awaits no payment."});
}

/// Money may only be destined for a verified provider (EEA rule of 2026): said before the
/// client pays, not after.
UserId beneficiary_of(Transaction& tx, const domain::orders::Order& order,
                      const domain::Marketplace& marketplace)
{
    const auto owner = payment_accounts::maybe_find(tx, order.provider, payments::Role::owner);
    const bool ready = owner && owner->may_receive(tx.now) &&
                       domain::payees::payment_hurdles(tx, marketplace, order.provider).empty();
    if (ready) return owner->user_id;
    throw Refused(Refusal::action_unavailable,
                  {"Le prestataire ne peut pas être payé en ce moment. Réessayez plus tard, ou "
                   "annulez la commande.",
                   "The provider cannot be paid just now. Try again later, or cancel the order."});
}

} // namespace

Operation plan(Transaction& tx, const domain::orders::Order& order, const std::string& return_url,
               const domain::Marketplace& marketplace)
{
    check_awaits_payment(order, tx.now);
    if (auto live = operations::find_live(tx, intent_of(order.id))) return std::move(*live);
    return operations::plan(tx, {.kind = Kind::pay_in,
                                 .intent = intent_of(order.id),
                                 .account_id = order.client,
                                 .role = Role::payer,
                                 .order_id = order.id,
                                 .amount = order.gross,
                                 .target = beneficiary_of(tx, order, marketplace),
                                 .return_url = return_url});
}

std::optional<Operation> latest(Transaction& tx, const domain::OrderId& order)
{
    return operations::find_latest(tx, intent_of(order));
}

Seen seen(const Operation& payment)
{
    switch (payment.state) {
    case State::created: return Seen::awaiting_card;
    case State::succeeded:
    case State::doubled:
    case State::made_good: return Seen::succeeded;
    case State::failed:
    case State::paid_by_other_means: return Seen::failed;
    case State::planned:
    case State::sending:
    case State::unknown:
    case State::returned:
    case State::manual_review: break;
    }
    return Seen::processing;
}

void settled(Transaction& tx, const operations::Change& change)
{
    const auto& operation = change.operation;
    if (!operations::is_carried_out(operation.state)) return;
    const auto& wallet = operation.plan.credited_wallet_id;
    const auto& order = operation.plan.order_id;
    domain::check(order && !wallet.empty(), "a pay-in has its order and its wallet");

    using domain::orders::Funding;
    // The order is locked before the ledger: the documented order of locks.
    const auto funding = domain::orders::mark_funded(tx, *order, operation.id, tx.now);
    auto entry = ledger::moved(ledger::Kind::pay_in, "pay_in " + operation.id.text(),
                               ledger::world(), ledger::free_of(wallet), operation.plan.amount);
    entry.order = order;
    entry.operation = operation.id;
    if (!ledger::book(tx, entry)) return;
    if (funding == Funding::not_needed) {
        refunds::plan_unneeded(tx, operation);
        return;
    }
    auto hold =
        ledger::moved(ledger::Kind::hold, "hold " + operation.id.text(), ledger::free_of(wallet),
                      ledger::held_of(wallet, *order), operation.plan.amount);
    hold.order = order;
    hold.operation = operation.id;
    ledger::book(tx, hold);
}

} // namespace payments::flows::pay_ins
