#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/storage/transaction.hpp"

namespace payments::ledger {

using domain::Transaction;

/// One line of an account's statement, in the order of booking.
struct StatementLine {
    domain::Instant at;
    std::string kind, cause, state; // posted, pending, void
    std::int64_t amount = 0;
    std::int64_t balance = 0; // after it; what is pending or void does not count

    auto fields() { return std::tie(at, kind, cause, state, amount); }
};

/// What an account has given and been given; empty for one that is not in the books.
std::vector<StatementLine> statement(Transaction& tx, const std::string& account);

} // namespace payments::ledger
