#include "payments/flows/late.hpp"

#include "payments/ledger/ledger.hpp"

namespace payments::flows::late {

namespace {

using operations::Operation;
using operations::State;

const WalletId& wallet_of(const Operation& operation)
{
    return operation.plan.debited_wallet_id;
}

/// The part of the wallet that can give something of it, and how much.
ledger::Posting given(Transaction& tx, const operations::Change& change,
                      const ledger::Account& source)
{
    const auto& operation = change.operation;
    const bool was_paid = change.from == State::paid_by_other_means;
    const auto from = was_paid ? ledger::remainder_of(wallet_of(operation)) : source;
    const bool is_taken = operation.state == State::doubled && !was_paid;
    const auto there = is_taken ? domain::eur(0) : ledger::available(tx, from);
    const bool is_enough = there.minor() >= operation.plan.amount.minor();
    return {from, is_enough ? operation.plan.amount : there};
}

} // namespace

std::vector<ledger::Posting> taken(Transaction& tx, const operations::Change& change,
                                   const ledger::Account& source)
{
    const auto part = given(tx, change, source);
    const auto lacking = change.operation.plan.amount - part.amount;
    std::vector<ledger::Posting> postings;
    if (part.amount.minor() > 0) postings.push_back({part.account, -part.amount});
    if (lacking.minor() > 0)
        postings.push_back({ledger::shortfall_of(wallet_of(change.operation)), -lacking});
    return postings;
}

void book(Transaction& tx, const operations::Change& change, ledger::Kind kind,
          const ledger::Account& source, const ledger::Account& to)
{
    const auto& operation = change.operation;
    ledger::Entry entry{kind, std::string(ledger::name(kind)) + " " + operation.id.text(),
                        taken(tx, change, source), operation.plan.order_id, operation.id};
    entry.postings.push_back({to, operation.plan.amount});
    ledger::book(tx, entry);
}

void make_even(Transaction& tx, const ledger::Account& source, const std::string& cause)
{
    const auto shortfall = ledger::shortfall_of(source.wallet);
    const auto lacking = -ledger::total(tx, shortfall);
    const auto there = ledger::available(tx, source);
    const auto sum = lacking.minor() < there.minor() ? lacking : there;
    if (sum.minor() <= 0) return;
    auto entry =
        ledger::moved(ledger::Kind::made_even, "made_even " + cause, source, shortfall, sum);
    entry.order = source.order;
    ledger::book(tx, entry);
}

} // namespace payments::flows::late
