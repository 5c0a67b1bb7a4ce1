#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace domain {

enum class Level { info, warning, error };

/// One line of JSON on standard error: time, level, event, and the given pairs. Give ids and
/// codes only, never a name, an address, a body or a secret.
void log(Level level, std::string_view event,
         std::initializer_list<std::pair<std::string_view, std::string>> pairs = {});

/// Where the time of log lines comes from is the system's clock, always: they are for
/// operators, not for the product.
void log_nothing_below(Level level);

} // namespace domain
