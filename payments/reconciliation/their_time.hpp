#pragma once

#include <chrono>
#include <optional>

#include "domain/core/refused.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/gateway/gateway.hpp"

/// Our clock beside Mangopay's, the only other one we hear: documents that were dated by a clock
/// far ahead could not be taken back.
namespace payments::reconciliation {

using domain::Transaction;

/// Clocks differ; ours is ahead of Mangopay's when it was more than this past the Date of its
/// last answer.
inline constexpr std::chrono::minutes ahead_max{5};

/// After so long without an answer nobody knows any more. That is a warning, and stops nothing.
inline constexpr std::chrono::days silence_max{1};

bool is_ahead(const Heard& heard);

/// Whether Mangopay is to be asked before our clock is trusted: it was not asked within `patience`
/// by that clock, which may have been moved since, or its last answer says that ours is ahead.
bool is_in_doubt(const std::optional<Heard>& heard, domain::Instant now,
                 std::chrono::microseconds patience = ahead_max);

/// Writes an answer down for every process. By Mangopay's own time, an older one than what is
/// written changes nothing, nor does one that says the same a moment later.
void note(Transaction& tx, const std::optional<Heard>& heard);

/// The reason why nothing is dated now, "clock_ahead"; nothing while our clock may be trusted.
std::optional<domain::FieldError> clock_ahead(Transaction& tx);

/// Whether Mangopay has answered, and not for a day.
bool is_silent(Transaction& tx);

} // namespace payments::reconciliation
