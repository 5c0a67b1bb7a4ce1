#pragma once

#include <stdexcept>
#include <string>

#include "domain/storage/transaction.hpp"
#include "payments/ledger/entry.hpp"

namespace payments::ledger {

using domain::Transaction;

/// An account would have given more than it holds. Nothing was booked; the caller's unit of
/// work has to be given up.
class Overdrawn : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Books `entry` for good. False when its cause was booked before: nothing is done then.
/// Throws Overdrawn.
bool book(Transaction& tx, const Entry& entry);

/// Books `entry` as pending: what it takes is set aside, what it gives comes with post().
/// False when its cause was booked before. Throws Overdrawn.
bool reserve(Transaction& tx, const Entry& entry);

/// Resolves what was reserved under `cause`: it happened, or it did not. Repeating the same
/// resolution does nothing; the opposite one is a bug.
void post(Transaction& tx, const std::string& cause);
void cancel(Transaction& tx, const std::string& cause);

/// What a bounded account can still give.
domain::Money available(Transaction& tx, const Account& account);

/// What an account that is not bounded holds, below zero too: counted from its postings.
domain::Money total(Transaction& tx, const Account& account);

} // namespace payments::ledger
