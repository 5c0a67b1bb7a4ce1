#include "domain/core/instant.hpp"

#include <string>

#include "domain/core/paris.hpp"

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

/// Overwrites `count` characters of `text` from `at` with `value`, zeros in front.
void put_digits(std::string& text, std::size_t at, std::size_t count, std::int64_t value)
{
    for (auto place = at + count; place > at; value /= 10)
        text[--place] = static_cast<char>('0' + value % 10);
}

} // namespace

std::string to_text(Instant instant)
{
    const auto day = floor<days>(instant);
    const hh_mm_ss time{instant - day};
    auto text = to_text(Day{day});
    text += "T00:00:00.000000Z";
    put_digits(text, 11, 2, time.hours().count());
    put_digits(text, 14, 2, time.minutes().count());
    put_digits(text, 17, 2, time.seconds().count());
    put_digits(text, 20, 6, time.subseconds().count());
    return text;
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
    std::string text = "0000-00-00";
    put_digits(text, 0, 4, static_cast<int>(day.year()));
    put_digits(text, 5, 2, static_cast<unsigned>(day.month()));
    put_digits(text, 8, 2, static_cast<unsigned>(day.day()));
    return text;
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
    return Day{floor<days>(instant + Paris::here().offset(instant))};
}

std::string time_in_paris(Instant instant)
{
    const auto local = (instant + Paris::here().offset(instant)).time_since_epoch();
    const hh_mm_ss time{local - floor<days>(local)};
    std::string text = "00:00";
    put_digits(text, 0, 2, time.hours().count());
    put_digits(text, 3, 2, time.minutes().count());
    return text;
}

Instant start_of_day_in_paris(Day day)
{
    const auto midnight = Instant{sys_days{day}};
    return midnight - Paris::here().offset(midnight - 2h); // clocks never turn around midnight
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
