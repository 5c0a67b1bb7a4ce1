#pragma once

#include "domain/forgetting/closure.hpp"

namespace domain::pages {

/// Page, services and files go as soon as closing is asked for; what was put there while the
/// account was closing goes with it.
forgetting::Eraser eraser();

} // namespace domain::pages
