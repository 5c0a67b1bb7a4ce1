#pragma once

#include <string_view>

#include "domain/core/refused.hpp"

namespace domain::accounts {

/// What somebody used, as they would say it: "Firefox sous Windows". Made of our own words alone,
/// never of the header's, which anybody may write.
Say in_words(std::string_view user_agent);

} // namespace domain::accounts
