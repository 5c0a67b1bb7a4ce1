#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "payments/ledger/entry.hpp"

namespace payments::ledger {

using domain::LedgerTransactionId;
using domain::Transaction;

struct Booked {
    LedgerTransactionId id = domain::storage::unread;
    bool pending = false;
    std::optional<std::string> outcome; // of a pending one: "posted" or "void"
    auto fields() { return std::tie(id, pending, outcome); }
};

/// The transaction of `cause` and, when it was pending, what became of it.
std::optional<Booked> find_booked(Transaction& tx, std::string_view cause);

void open_account(Transaction& tx, const Account& account);

/// Adds `amount` to what a bounded account can give; false when it would fall below zero.
bool change_balance(Transaction& tx, std::string_view account, std::int64_t amount);

std::int64_t balance_of(Transaction& tx, std::string_view account);

/// The sum of everything that was booked at once on an account, pending entries left out.
std::int64_t total_of(Transaction& tx, std::string_view account);

void insert(Transaction& tx, const Entry& entry, bool pending);

void resolve(Transaction& tx, const LedgerTransactionId& id, std::string_view outcome);

struct StoredPosting {
    std::string account;
    std::int64_t amount = 0;
    bool bounded = false; // a balance is kept for its account
    auto fields() { return std::tie(account, amount, bounded); }
};

std::vector<StoredPosting> postings_of(Transaction& tx, const LedgerTransactionId& id);

} // namespace payments::ledger
