#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"
#include "domain/core/refused.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::proposals {

/// What the subject of a proposal is, as only the room of that subject knows it.
struct Stake {
    std::optional<Money> amount; // nothing where no money is to move
    Say concerned; // whose it is and of which order, for who reads of it: never a name
    Day arose;     // since when it is there
};

/// Finds it by the subject's id; nothing where that is gone.
using StakeOf = std::function<std::optional<Stake>(Transaction&, std::string_view subject)>;

} // namespace domain::proposals
