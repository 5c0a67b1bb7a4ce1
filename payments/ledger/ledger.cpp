#include "payments/ledger/ledger.hpp"

#include <map>

#include "payments/ledger/ledger_store.hpp"

namespace payments::ledger {

namespace {

// A map sorts by account: every writer locks balances in the same order.
using Changes = std::map<std::string, std::int64_t>;

void change_balances(Transaction& tx, const Changes& changes)
{
    for (const auto& [account, amount] : changes) {
        if (!change_balance(tx, account, amount)) {
            throw Overdrawn(account + " does not hold " + std::to_string(-amount));
        }
    }
}

bool write(Transaction& tx, const Entry& entry, bool pending)
{
    if (find_booked(tx, entry.cause)) return false;
    Changes changes;
    for (const auto& posting : entry.postings) {
        open_account(tx, posting.account);
        const bool counts_now = !pending || posting.amount.minor() < 0;
        if (is_bounded(posting.account.part) && counts_now) {
            changes[posting.account.id()] += posting.amount.minor();
        }
    }
    change_balances(tx, changes);
    insert(tx, entry, pending);
    return true;
}

/// The balances of a pending transaction's debits (void: given back) or credits (posted).
void settle(Transaction& tx, const std::string& cause, bool posted)
{
    const auto booked = find_booked(tx, cause);
    domain::check(booked && booked->pending, "what is resolved was reserved");
    const std::string outcome = posted ? "posted" : "void";
    if (booked->outcome) {
        return domain::check(*booked->outcome == outcome, "a resolution never changes");
    }
    resolve(tx, booked->id, outcome);
    Changes changes;
    for (const auto& posting : postings_of(tx, booked->id)) {
        if (!posting.bounded || (posting.amount > 0) != posted) continue;
        changes[posting.account] += posted ? posting.amount : -posting.amount;
    }
    change_balances(tx, changes);
}

} // namespace

bool book(Transaction& tx, const Entry& entry)
{
    return write(tx, entry, false);
}

bool reserve(Transaction& tx, const Entry& entry)
{
    return write(tx, entry, true);
}

void post(Transaction& tx, const std::string& cause)
{
    settle(tx, cause, true);
}

void cancel(Transaction& tx, const std::string& cause)
{
    settle(tx, cause, false);
}

domain::Money available(Transaction& tx, const Account& account)
{
    return domain::eur(balance_of(tx, account.id()));
}

domain::Money total(Transaction& tx, const Account& account)
{
    return domain::eur(total_of(tx, account.id()));
}

} // namespace payments::ledger
