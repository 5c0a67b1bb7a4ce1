#pragma once

#include <optional>
#include <string_view>

#include "domain/proposals/stake.hpp"
#include "domain/storage/transaction.hpp"

namespace payments::decisions {

/// What is at stake where `subject` is a movement of money of ours; nothing where it is none. It
/// arose on the day, in Paris, on which that was first intended.
std::optional<domain::proposals::Stake> stake_of(domain::Transaction& tx, std::string_view subject);

} // namespace payments::decisions
