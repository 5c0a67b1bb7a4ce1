#pragma once

#include "domain/forgetting/closure.hpp"

namespace domain::conversations {

/// What somebody wrote goes with the account, for both sides; what was answered stays.
forgetting::Eraser eraser();

} // namespace domain::conversations
