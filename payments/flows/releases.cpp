#include "payments/flows/releases.hpp"

#include <chrono>

#include "domain/events/event_store.hpp"
#include "domain/orders/escrow.hpp"
#include "domain/orders/release_block.hpp"
#include "domain/payees/readiness.hpp"
#include "payments/flows/late.hpp"
#include "payments/ledger/ledger.hpp"
#include "payments/operations/left_to_people_store.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/payment_accounts/payment_account_store.hpp"

namespace payments::flows::releases {

namespace {

using operations::Operation;
using operations::State;

constexpr std::chrono::minutes retry_after{30};

std::string intent_of(const domain::OrderId& order)
{
    return "release " + order.text();
}

std::string cause_of(const Operation& transfer)
{
    return "release " + transfer.id.text();
}

/// The reason why the provider cannot be given money now; "" when it can.
std::string obstacle(Transaction& tx, const domain::AccountId& provider,
                     const domain::Marketplace& marketplace)
{
    const auto owner = payment_accounts::maybe_find(tx, provider, Role::owner);
    if (owner && owner->inflows_blocked) return std::string(domain::orders::blocked_by_mangopay);
    const auto hurdles = domain::payees::payment_hurdles(tx, marketplace, provider);
    if (!hurdles.empty()) return hurdles.front().code;
    return owner && owner->is_open() ? "" : "identity_not_verified";
}

/// What a transfer gives: the provider its share, us our fees.
std::vector<ledger::Posting> credits_of(const operations::Plan& plan)
{
    std::vector<ledger::Posting> credits{
        {ledger::free_of(plan.credited_wallet_id), plan.amount - plan.fees}};
    if (plan.fees.minor() != 0) credits.push_back({ledger::fees(), plan.fees});
    return credits;
}

/// What is taken is set aside now; what is given comes when Mangopay says so.
void reserve(Transaction& tx, const Operation& transfer)
{
    const auto& plan = transfer.plan;
    const auto escrow = ledger::held_of(plan.debited_wallet_id, *plan.order_id);
    ledger::Entry entry{ledger::Kind::release,
                        cause_of(transfer),
                        {{escrow, -plan.amount}},
                        plan.order_id,
                        transfer.id};
    for (auto& credit : credits_of(plan))
        entry.postings.push_back(std::move(credit));
    ledger::reserve(tx, entry);
}

/// What was reserved for it was given back when it was given up.
void book_late(Transaction& tx, const operations::Change& change)
{
    const auto& plan = change.operation.plan;
    const auto escrow = ledger::held_of(plan.debited_wallet_id, *plan.order_id);
    ledger::Entry entry{ledger::Kind::release, "late " + cause_of(change.operation),
                        late::taken(tx, change, escrow), plan.order_id, change.operation.id};
    for (auto& credit : credits_of(plan))
        entry.postings.push_back(std::move(credit));
    ledger::book(tx, entry);
}

/// A refused transfer is tried again after a while; a new key is safe, since it is certain
/// that nothing happened.
bool failed_just_now(Transaction& tx, const domain::OrderId& order)
{
    const auto latest = operations::find_latest(tx, intent_of(order));
    if (latest && latest->result_code == operations::not_wanted) return true;
    return latest && latest->state == State::failed &&
           latest->result_code != operations::not_made && latest->created_at + retry_after > tx.now;
}

} // namespace

std::optional<Operation> plan(Transaction& tx, const domain::OrderId& order,
                              const domain::Marketplace& marketplace,
                              const DocumentsPort& wrong_with_documents)
{
    if (auto live = operations::find_live(tx, intent_of(order))) return live;
    if (failed_just_now(tx, order)) return {};
    const auto release = domain::orders::plan_release(tx, order);
    if (!release) return {};
    const auto reason = obstacle(tx, release->provider, marketplace);
    if (!reason.empty()) {
        domain::orders::block_release(tx, order, reason);
        return {};
    }
    if (wrong_with_documents) {
        const auto wrong = wrong_with_documents(tx, order);
        if (!wrong.empty()) {
            domain::orders::block_release(tx, order, domain::orders::invoices_cannot_be_written,
                                          wrong);
            return {};
        }
    }
    const auto payer = payment_accounts::maybe_find(tx, release->client, Role::payer);
    const auto owner = payment_accounts::maybe_find(tx, release->provider, Role::owner);
    domain::check(payer && owner, "who paid and who is paid exist at Mangopay");
    auto transfer = operations::plan(tx, {.kind = Kind::transfer,
                                          .intent = intent_of(order),
                                          .account_id = release->client,
                                          .role = Role::payer,
                                          .order_id = order,
                                          .amount = release->gross,
                                          .fees = release->fees,
                                          .author_id = payer->user_id,
                                          .debited_wallet_id = payer->wallet_id,
                                          .credited_wallet_id = owner->wallet_id,
                                          .target = release->provider});
    reserve(tx, transfer);
    return transfer;
}

void settled(Transaction& tx, const operations::Change& change)
{
    const auto& transfer = change.operation;
    const auto& order = transfer.plan.order_id;
    domain::check(order.has_value(), "a release has its order");
    if (transfer.state == State::succeeded || transfer.state == State::doubled) {
        domain::orders::mark_released(tx, *order);
        if (change.is_late()) {
            book_late(tx, change);
        } else {
            ledger::post(tx, cause_of(transfer));
        }
        domain::events::announce(tx, {domain::events::Kind::payout_due,
                                      transfer.plan.credited_wallet_id.text(),
                                      std::get<domain::AccountId>(transfer.plan.target).text()});
    }
    if (transfer.state == State::failed) {
        domain::orders::block_release(
            tx, *order, std::string(domain::orders::refused_by_mangopay) + transfer.result_code);
        ledger::cancel(tx, cause_of(transfer));
        if (operations::has_happened(tx, transfer.plan.intent)) { // the one in whose place it was
            late::make_even(tx, ledger::held_of(transfer.plan.debited_wallet_id, *order),
                            transfer.id.text());
        }
    }
}

} // namespace payments::flows::releases
