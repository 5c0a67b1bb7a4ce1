#include "domain/core/instant.hpp"

#include <date/tz.h>

#include <charconv>
#include <cstdio>

namespace domain {

namespace {

using namespace std::chrono;

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count)
{
    if (text.size() < from + count) return {};
    int value = 0;
    for (const char c : text.substr(from, count)) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + (c - '0');
    }
    return value;
}

const date::time_zone& paris()
{
    static const auto* zone = date::locate_zone("Europe/Paris");
    return *zone;
}

} // namespace

std::string to_text(Instant instant)
{
    const auto day = floor<days>(instant);
    const hh_mm_ss time{instant - day};
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, "%sT%02d:%02d:%02d.%06ldZ", to_text(Day{day}).c_str(),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()),
                  static_cast<long>(time.subseconds().count()));
    return buffer;
}

std::optional<Instant> parse_instant(std::string_view text)
{
    if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':') return {};
    const auto day = parse_day(text.substr(0, 10));
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if (!day || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
        return {};
    std::int64_t fraction = 0;
    std::size_t at = 19;
    if (text[at] == '.') {
        std::int64_t unit = 100'000;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10) {
            fraction += unit * (text[at] - '0');
        }
    }
    if (text.substr(at) != "Z") return {};
    return Instant{sys_days{*day}} + hours{*hour} + minutes{*minute} + seconds{*second} +
           microseconds{fraction};
}

std::string to_text(Day day)
{
    char buffer[24];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return buffer;
}

std::optional<Day> parse_day(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const auto y = digits(text, 0, 4);
    const auto m = digits(text, 5, 2);
    const auto d = digits(text, 8, 2);
    if (!y || !m || !d) return {};
    const Day parsed{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!parsed.ok()) return {};
    return parsed;
}

Day day_in_paris(Instant instant)
{
    const auto local = paris().to_local(instant);
    return Day{sys_days{floor<days>(local.time_since_epoch())}};
}

Instant start_of_day_in_paris(Day day)
{
    const auto local = date::local_days{sys_days{day}.time_since_epoch()};
    return Instant{paris().to_sys(local, date::choose::earliest)};
}

Day plus_months(Day day, int months_later)
{
    Day later = day + months{months_later};
    if (!later.ok()) later = later.year() / later.month() / last;
    return later;
}

Day plus_years(Day day, int years_later)
{
    return plus_months(day, 12 * years_later);
}

} // namespace domain
