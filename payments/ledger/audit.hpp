#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/storage/transaction.hpp"

namespace payments::ledger {

using domain::Transaction;

/// What a recount of the whole ledger found. It shares no code with what writes the ledger.
struct Audit {
    std::int64_t transactions = 0, postings = 0, accounts = 0;
    std::int64_t outside_minor = 0; // of `world`: what is inside, negative
    std::string first_difference;   // "" when everything holds
};

/// Recounts everything: every transaction balances, every posting has one, every balance is
/// the sum of its postings, nothing is below zero that must not be, and every money operation
/// that succeeded is booked with its amount.
Audit audit(Transaction& tx);

/// One line of an account's statement, in the order of booking.
struct StatementLine {
    domain::Instant at;
    std::string kind, cause, state; // posted, pending, void
    std::int64_t amount = 0;
    std::int64_t balance = 0; // after it; what is pending or void does not count

    auto fields() { return std::tie(at, kind, cause, state, amount); }
};

std::vector<StatementLine> statement(Transaction& tx, const std::string& account);

} // namespace payments::ledger
