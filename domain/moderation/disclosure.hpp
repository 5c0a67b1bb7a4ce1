#pragma once

#include <span>

#include "domain/core/refused.hpp"
#include "domain/moderation/ground.hpp"

namespace domain::moderation {

/// What whoever reads reviews must be told of them (C. conso D111-17, D111-18); the order they are
/// shown in is told beside it.
struct Disclosure {
    bool are_checked;
    Say checks;                     // how, and that moderation gives its reasons
    std::string_view consideration; // what authors get for a review: "none"
    bool can_be_modified;
    std::span<const Ground> grounds; // on which a review is refused or hidden
};

Disclosure disclosure();

} // namespace domain::moderation
