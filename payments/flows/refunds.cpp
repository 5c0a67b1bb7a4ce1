#include "payments/flows/refunds.hpp"

#include <algorithm>
#include <chrono>

#include "domain/core/log.hpp"
#include "domain/events/event_store.hpp"
#include "domain/mail/notify.hpp"
#include "domain/orders/escrow.hpp"
#include "domain/orders/order_store.hpp"
#include "payments/flows/late.hpp"
#include "payments/ledger/ledger.hpp"
#include "payments/operations/left_to_people_store.hpp"
#include "payments/operations/operation_store.hpp"

namespace payments::flows::refunds {

namespace {

using operations::Operation;
using operations::State;

// Mangopay refuses the same amount of the same pay-in twice within 24 hours (0054..).
constexpr std::chrono::hours same_amount_again_after{25};
constexpr std::string_view same_amount_today = "0054";
constexpr std::chrono::minutes first_retry_after{5};
constexpr int doublings_max = 6; // up to five hours and twenty minutes

std::string intent_of(const domain::OrderId& order)
{
    return "refund " + order.text();
}

std::string intent_of(const Operation& unneeded_pay_in)
{
    return "refund " + unneeded_pay_in.id.text();
}

bool is_refused_for_good(Transaction& tx, const std::string& intent)
{
    const auto latest = operations::find_latest(tx, intent);
    return latest && operations::is_refused_for_good(*latest);
}

/// A refusal that passes is tried again soon, and then less and less often.
std::chrono::microseconds pause_before_next(Transaction& tx, const Operation& failed)
{
    if (failed.result_code.starts_with(same_amount_today)) return same_amount_again_after;
    const auto doublings = std::clamp<std::int64_t>(
        operations::count_of(tx, failed.plan.intent) - 1, 0, doublings_max);
    return first_retry_after * (1 << doublings);
}

/// The pay-in that a refund gives back.
Operation pay_in_of(Transaction& tx, const Operation& refund)
{
    const auto pay_in = operations::find_by_resource(
        tx, Kind::pay_in, ResourceId(std::get<PayInId>(refund.plan.target).text()));
    domain::check(pay_in && pay_in->plan.order_id, "a refund's pay-in has its order");
    return *pay_in;
}

/// Tries a refund again after a pause: an order's, or that of a pay-in nobody needed.
void try_again(Transaction& tx, const Operation& failed)
{
    const auto pay_in = pay_in_of(tx, failed);
    const auto unneeded = failed.plan.order_id ? std::string() : pay_in.id.text();
    domain::events::announce(
        tx, {domain::events::Kind::refund_due, pay_in.plan.order_id->text(), unneeded},
        pause_before_next(tx, failed));
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

void succeeded(Transaction& tx, const operations::Change& change)
{
    const auto& refund = change.operation;
    if (refund.state == State::made_good) return; // it was booked when it happened
    if (refund.plan.order_id)
        domain::orders::mark_refunded(tx, *refund.plan.order_id, refund.plan.amount);
    if (change.is_late()) {
        late::book(tx, change, ledger::Kind::refunded, source_of(refund), ledger::world());
    } else {
        book(tx, refund, ledger::Kind::refunded,
             ledger::refunding_of(refund.plan.debited_wallet_id), ledger::world());
    }
}

void failed(Transaction& tx, const Operation& refund)
{
    book(tx, refund, ledger::Kind::refund_failed,
         ledger::refunding_of(refund.plan.debited_wallet_id), source_of(refund));
    if (operations::has_happened(tx, refund.plan.intent)) // the one it was in the place of
        return late::make_even(tx, source_of(refund), refund.id.text());
    if (!operations::is_refused_for_good(refund)) return try_again(tx, refund);
    domain::log(domain::Level::error, "refund_refused_for_good",
                {{"operation", refund.id.text()}, {"code", refund.result_code}});
    domain::mail::notify(tx, refund.plan.account_id, domain::mail::Template::refund_refused,
                         {pay_in_of(tx, refund).plan.order_id->text()});
}

} // namespace

std::optional<Operation> plan(Transaction& tx, const domain::OrderId& id)
{
    const auto order = domain::orders::lock(tx, id);
    if (order.refund_due == order.refunded || !order.payin) return {};
    if (auto live = operations::find_live(tx, intent_of(id))) return live;
    if (is_refused_for_good(tx, intent_of(id))) return {};
    const auto pay_in = operations::maybe_find(tx, *order.payin);
    if (!pay_in || !operations::is_carried_out(pay_in->state)) return {};
    return plan_of(tx, *pay_in, intent_of(id), id, order.refund_due);
}

std::optional<Operation> plan_unneeded(Transaction& tx, const Operation& pay_in)
{
    if (is_refused_for_good(tx, intent_of(pay_in))) return {};
    return plan_of(tx, pay_in, intent_of(pay_in), {}, pay_in.plan.amount);
}

void settled(Transaction& tx, const operations::Change& change)
{
    const auto& refund = change.operation;
    if (operations::is_carried_out(refund.state)) return succeeded(tx, change);
    if (refund.state == State::failed) failed(tx, refund);
}

void paid_by_other_means(Transaction& tx, const Operation& refund)
{
    if (refund.plan.order_id) domain::orders::mark_paid_back(tx, *refund.plan.order_id);
    book(tx, refund, ledger::Kind::paid_by_other_means, source_of(refund),
         ledger::remainder_of(refund.plan.debited_wallet_id));
}

} // namespace payments::flows::refunds
