#pragma once

#include <string_view>

#include "domain/core/instant.hpp"

namespace domain {

/// The clock an installation is configured with: "system", or "file:PATH", whose single line
/// moves time for every process that reads it (the demo, tests):
///   system                   the system's time
///   +3600000000 / -250000    the system's time plus so many microseconds
///   @2026-11-22T09:00:00Z    stands still at that instant
/// The file is looked at again at most every 50 ms. A file that is missing or unreadable at
/// the start, or any other specification, throws std::invalid_argument; one that becomes so
/// later (it is being replaced) leaves the last line it held in force.
/// The clock may be copied and called from any thread.
Clock clock_from(std::string_view specification);

} // namespace domain
