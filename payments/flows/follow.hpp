#pragma once

#include "domain/storage/transaction.hpp"
#include "payments/operations/operations.hpp"

namespace payments::flows {

/// What follows in our books from an operation's change, in the same unit of work. Refuses
/// nothing: what Mangopay reported has happened.
void follow(domain::Transaction& tx, const operations::Change& change);

} // namespace payments::flows
