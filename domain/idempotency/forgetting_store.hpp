#pragma once

#include "domain/core/id.hpp"
#include "domain/forgetting/sweep.hpp"

namespace domain::idempotency {

/// Answers nobody can ask for again.
forgetting::RowSweep aged_answers();

/// The answers kept for somebody's repeated requests, at once.
void erase_answers(Transaction& tx, const AccountId& account);

} // namespace domain::idempotency
