#pragma once

#include <string>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "payments/ledger/entry.hpp"
#include "payments/operations/operations.hpp"

namespace payments::flows::late {

using domain::Transaction;

/// Where a movement takes its sum from that happened after all. What had been set aside for it went
/// back to `source` when it was given up, or into the remainder when it was paid by other means;
/// where another took its place the wallet lacks it, which the shortfall says. Nothing here is
/// ever refused: it has happened.
std::vector<ledger::Posting> taken(Transaction& tx, const operations::Change& change,
                                   const ledger::Account& source);

/// Books such a movement out of `source` into `to`.
void book(Transaction& tx, const operations::Change& change, ledger::Kind kind,
          const ledger::Account& source, const ledger::Account& to);

/// `source` holds again what its wallet lacks: the shortfall is made good out of it. `cause` names
/// what brought it back.
void make_even(Transaction& tx, const ledger::Account& source, const std::string& cause);

} // namespace payments::flows::late
