#include "payments/flows/payouts.hpp"

#include <chrono>

#include "domain/core/id.hpp"
#include "domain/events/event_store.hpp"
#include "domain/mail/notify.hpp"
#include "payments/flows/late.hpp"
#include "payments/gateway/result_codes.hpp"
#include "payments/ledger/ledger.hpp"
#include "payments/payment_accounts/payment_account_store.hpp"
#include "payments/payment_accounts/payment_accounts.hpp"

namespace payments::flows::payouts {

namespace {

using operations::Operation;
using operations::State;

constexpr std::chrono::minutes retry_after{60};
constexpr std::chrono::minutes retry_unmade_after{1};

bool is_possible(const payment_accounts::PaymentAccount& owner, domain::Instant now)
{
    return owner.is_open() && owner.may_receive(now) && !owner.outflows_blocked &&
           owner.payout_blocked_code.empty();
}

void book(Transaction& tx, const Operation& payout, ledger::Kind kind, const ledger::Account& from,
          const ledger::Account& to)
{
    auto entry = ledger::moved(kind, std::string(ledger::name(kind)) + " " + payout.id.text(), from,
                               to, payout.plan.amount);
    entry.operation = payout.id;
    ledger::book(tx, entry);
}

/// Back at the provider's disposal. Trying the same account again helps only where the
/// failure was technical.
void came_back(Transaction& tx, const Operation& payout)
{
    if (explain(payout.result_code).again == Again::later) {
        domain::events::announce(
            tx,
            {domain::events::Kind::payout_due, payout.plan.debited_wallet_id.text(),
             payout.plan.account_id.text()},
            payout.result_code == operations::not_made ? retry_unmade_after : retry_after);
        return;
    }
    payment_accounts::block_payouts(tx, payout.plan.account_id, payout.result_code);
}

} // namespace

std::optional<Operation> plan(Transaction& tx, const domain::AccountId& provider)
{
    const auto owner = payment_accounts::maybe_find(tx, provider, Role::owner);
    const auto recipient = payment_accounts::active_recipient(tx, provider);
    if (!owner || !is_possible(*owner, tx.now) || !recipient) return {};
    const auto free = ledger::free_of(owner->wallet_id);
    late::make_even(tx, free, domain::EventId::fresh(tx.now).text()); // what went out twice
    const auto amount = ledger::available(tx, free);
    if (amount.minor() == 0) return {};
    // Not the intent but the money keeps this from happening twice: it leaves `free` here.
    auto payout = operations::plan(tx, {.kind = Kind::payout,
                                        .intent = "payout " + domain::EventId::fresh(tx.now).text(),
                                        .account_id = provider,
                                        .role = Role::owner,
                                        .amount = amount,
                                        .author_id = owner->user_id,
                                        .debited_wallet_id = owner->wallet_id,
                                        .target = recipient->id});
    book(tx, payout, ledger::Kind::pay_out, free, ledger::paying_of(owner->wallet_id));
    return payout;
}

void settled(Transaction& tx, const operations::Change& change)
{
    const auto& payout = change.operation;
    const auto free = ledger::free_of(payout.plan.debited_wallet_id);
    const auto paying = ledger::paying_of(payout.plan.debited_wallet_id);
    if (payout.state == State::succeeded || payout.state == State::doubled) {
        if (change.is_late()) {
            late::book(tx, change, ledger::Kind::paid_out, free, ledger::world());
        } else {
            book(tx, payout, ledger::Kind::paid_out, paying, ledger::world());
        }
        domain::mail::notify(tx, payout.plan.account_id, domain::mail::Template::payout_sent);
    } else if (payout.state == State::failed) {
        book(tx, payout, ledger::Kind::pay_out_failed, paying, free);
        came_back(tx, payout);
    } else if (payout.state == State::returned) {
        book(tx, payout, ledger::Kind::pay_out_returned, ledger::world(), free);
        came_back(tx, payout);
    }
}

void paid_by_other_means(Transaction& tx, const Operation& payout)
{
    const auto& wallet = payout.plan.debited_wallet_id;
    book(tx, payout, ledger::Kind::paid_by_other_means, ledger::free_of(wallet),
         ledger::remainder_of(wallet));
}

} // namespace payments::flows::payouts
