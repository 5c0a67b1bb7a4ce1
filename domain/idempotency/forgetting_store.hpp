#pragma once

#include "domain/forgetting/closure.hpp"
#include "domain/forgetting/sweep.hpp"

namespace domain::idempotency {

/// Answers nobody can ask for again.
forgetting::RowSweep aged_answers();

/// The answers kept for somebody's repeated requests go with the account, sooner than their age.
forgetting::Eraser eraser();

} // namespace domain::idempotency
