#pragma once

#include <cstdint>

#include "domain/storage/transaction.hpp"
#include "jobs/context.hpp"

namespace jobs {

/// Asks Mangopay something small when our clock may have been moved since it last answered, or was
/// ahead then: its Date is to be known before anything is dated. Without an answer all stays as it
/// was. Then note_mangopay() in the unit of work that dates something.
void hear_mangopay(Context& context);

/// Writes down what this process heard last.
void note_mangopay(domain::Transaction& tx, const Context& context);

/// Keeps what is known of Mangopay's time fresh, and logs what holds documents up: our clock, or a
/// series, ahead of the time. Returns how many do.
std::int64_t watch_clocks(Context& context);

} // namespace jobs
