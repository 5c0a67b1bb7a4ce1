#pragma once

#include <optional>

#include "domain/core/refused.hpp"
#include "domain/proposals/proposal.hpp"
#include "domain/proposals/stake.hpp"

namespace domain::letters {

/// What is proposed: "a sum that Mangopay refuses was paid by other means: 96.00 EUR, the client's
/// refund, order ord_…".
Say gist(const proposals::Wish& wish, const std::optional<proposals::Stake>& stake);

/// What shows it: "transfer VIR 42 of 30 November 2026".
Say in_words(const proposals::Evidence& evidence);

} // namespace domain::letters
