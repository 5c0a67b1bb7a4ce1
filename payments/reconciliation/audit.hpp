#pragma once

#include <cstdint>
#include <string>

#include "domain/storage/transaction.hpp"

namespace payments::reconciliation {

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

} // namespace payments::reconciliation
