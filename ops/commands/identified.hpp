#pragma once

#include "domain/core/id.hpp"
#include "ops/installation/installation.hpp"

namespace ops::commands {

/// Asks who of the staff is there: address, password and one-time code, each a line of standard
/// input; prompts, and hides what is typed, on a terminal. Tries are counted. Throws
/// domain::Refused with the same words whatever is wrong.
domain::AccountId identified(Installation& installation);

} // namespace ops::commands
