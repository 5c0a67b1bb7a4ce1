#pragma once

#include "domain/forgetting/closure.hpp"

namespace domain::deals {

/// Requests and quotes that became no order go with whoever sent or got them; of the others, what
/// was written.
forgetting::Eraser eraser();

} // namespace domain::deals
