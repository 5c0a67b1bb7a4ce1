#pragma once

#include "domain/forgetting/closure.hpp"

namespace domain::reviews {

/// What somebody wrote of others stays, under a pseudonym: the author's own names, address and
/// numbers leave the texts.
forgetting::Eraser eraser();

} // namespace domain::reviews
