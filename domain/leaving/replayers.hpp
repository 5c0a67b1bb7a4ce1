#pragma once

#include <vector>

#include "domain/forgetting/replay.hpp"
#include "domain/leaving/closures.hpp"

namespace domain::leaving {

/// Accounts that are back although they had gone, or although what they said of their person had;
/// legal identities and contracts whose years were over. `departure` is what closing needs,
/// `at_last` what ends with the legal identity. What an account waits for does not hold it: its
/// keys are gone already. `retention` outlives them.
std::vector<forgetting::Replayer> replayers(const Departure& departure,
                                            const std::vector<forgetting::Eraser>& at_last,
                                            const policy::Retention& retention);

} // namespace domain::leaving
