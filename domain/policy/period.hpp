#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/core/instant.hpp"

namespace domain::policy {

/// How long something is kept: ISO 8601, "P10Y", "P2Y30D", "P0D", "PT72H".
struct Period {
    int months = 0;
    int days = 0;
    int hours = 0;

    bool is_calendar() const { return months > 0 || days > 0; }
    auto operator<=>(const Period&) const = default;
};

/// Reads an ISO 8601 duration of years, months, days and hours; nothing else.
std::optional<Period> parse_period(std::string_view text);

/// Shortest spelling that parse_period() reads back.
std::string to_text(Period period);

/// The first instant at which `period` after `start` has wholly passed. Calendar periods do not
/// count the day of the start and end with the last hour, in Europe/Paris, of the same date
/// later, or of the month's last day where that date does not exist (Regulation (EEC, Euratom)
/// 1182/71, article 3). Hours and P0D run from the instant itself.
Instant end_of(Period period, Instant start);

/// The same for what starts with a whole day (the end of a fiscal year).
Instant end_of(Period period, Day start);

/// The other way round, for queries: end_of(period, start) <= now exactly when start < the
/// returned instant.
Instant started_before(Period period, Instant now);

} // namespace domain::policy
