#include "domain/policy/period.hpp"

#include <charconv>

namespace domain::policy {

namespace {

using namespace std::chrono;

Day moved(Day day, int count)
{
    return Day{sys_days{day} + days{count}};
}

/// Months first, then days, as ISO 8601 orders them.
Day shifted(Day day, Period period)
{
    return moved(plus_months(day, period.months), period.days);
}

/// Takes the leading "12Y" off `text`.
std::optional<std::pair<int, char>> next_part(std::string_view& text)
{
    int count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const auto used = static_cast<std::size_t>(end - text.data());
    constexpr int count_max = 1200;
    if (error != std::errc{} || text.front() == '-' || used >= text.size() || count > count_max)
        return {};
    const char unit = text[used];
    text.remove_prefix(used + 1);
    return std::pair{count, unit};
}

bool add(Period& period, std::pair<int, char> part, bool time)
{
    const auto [count, unit] = part;
    if (time) {
        if (unit == 'H') period.hours += count;
        return unit == 'H';
    }
    switch (unit) {
    case 'Y': period.months += 12 * count; return true;
    case 'M': period.months += count; return true;
    case 'D': period.days += count; return true;
    default: return false;
    }
}

} // namespace

std::optional<Period> parse_period(std::string_view text)
{
    if (!text.starts_with('P') || text.size() < 3) return {};
    text.remove_prefix(1);
    Period period;
    bool time = false;
    std::size_t turn = 0; // each unit at most once, the longest first
    while (!text.empty()) {
        if (text.front() == 'T' && !time) {
            time = true;
            text.remove_prefix(1);
        }
        const auto part = text.empty() ? std::nullopt : next_part(text);
        if (!part || !add(period, *part, time)) return {};
        const auto unit = std::string_view("YMDH").find(part->second);
        if (unit < turn) return {};
        turn = unit + 1;
    }
    return period;
}

std::string to_text(Period period)
{
    std::string text = "P";
    if (period.months / 12 > 0) text += std::to_string(period.months / 12) + "Y";
    if (period.months % 12 > 0) text += std::to_string(period.months % 12) + "M";
    if (period.days > 0) text += std::to_string(period.days) + "D";
    if (period.hours > 0) text += "T" + std::to_string(period.hours) + "H";
    return text == "P" ? "P0D" : text;
}

Instant end_of(Period period, Instant start)
{
    if (!period.is_calendar()) return start + hours{period.hours};
    return end_of(period, day_in_paris(start));
}

Instant end_of(Period period, Day start)
{
    return start_of_day_in_paris(moved(shifted(start, period), 1)) + hours{period.hours};
}

Instant started_before(Period period, Instant now)
{
    const auto moment = now - hours{period.hours};
    if (!period.is_calendar()) return moment + microseconds{1};

    const auto over = moved(day_in_paris(moment), -1); // the last day that has wholly passed
    auto last = plus_months(moved(over, -period.days), -period.months);
    while (sys_days{shifted(last, period)} > sys_days{over})
        last = moved(last, -1);
    while (sys_days{shifted(moved(last, 1), period)} <= sys_days{over})
        last = moved(last, 1);
    return start_of_day_in_paris(moved(last, 1));
}

} // namespace domain::policy
