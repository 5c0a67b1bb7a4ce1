#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace domain {

/// A moment in UTC, to the microsecond. Local time exists only on documents and in mails.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// A calendar day without a time zone.
using Day = std::chrono::year_month_day;

/// Tells the time. Injected everywhere; only main knows the system's clock.
using Clock = std::function<Instant()>;

/// Microseconds since 1970-01-01T00:00:00Z: how an Instant is stored.
constexpr std::int64_t micros(Instant instant)
{
    return instant.time_since_epoch().count();
}
constexpr Instant instant_of(std::int64_t micros)
{
    return Instant{std::chrono::microseconds{micros}};
}

/// RFC 3339 in UTC with microseconds: "2026-11-22T09:00:00.000000Z".
std::string to_text(Instant instant);

/// Reads what to_text() writes; fractions may be shorter or missing.
std::optional<Instant> parse_instant(std::string_view text);

/// ISO 8601 "2026-11-22".
std::string to_text(Day day);

/// Reads "2026-11-22"; nothing else, and no day that does not exist.
std::optional<Day> parse_day(std::string_view text);

/// The calendar day on which `instant` falls in Europe/Paris (invoices, fiscal years).
Day day_in_paris(Instant instant);

/// The time of that day, to the minute: "14:05".
std::string time_in_paris(Instant instant);

/// The first instant of `day` in Europe/Paris.
Instant start_of_day_in_paris(Day day);

/// Calendar arithmetic: the same day `months` later, or the last day of a shorter month.
Day plus_months(Day day, int months);
Day plus_years(Day day, int years);

} // namespace domain
