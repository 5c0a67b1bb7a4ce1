#include "domain/core/paris.hpp"

#include <date/tz.h>

namespace domain {

using namespace std::chrono;

namespace {

/// Directive 2000/84/EC, the same in France since 1996: summer time from the last Sunday of March
/// to that of October, 01:00 UTC.
bool is_summer(Instant instant)
{
    const auto year = Day{floor<days>(instant)}.year();
    const auto turn = [&](month in) { return Instant{sys_days{year / in / Sunday[last]}} + 1h; };
    return turn(March) <= instant && instant < turn(October);
}

constexpr Instant rule_begins = sys_days{1997y / January / 1};
constexpr Instant lists_end = sys_days{2037y / January / 1};

} // namespace

Paris::Paris(Lookup listed) : listed_(std::move(listed))
{
    const bool is_slim = listed_(sys_days{2026y / July / 1}).since < rule_begins;
    listed_until_ = is_slim ? rule_begins : lists_end;
    turns_ = is_slim || listed_(sys_days{2036y / January / 1}).offset !=
                            listed_(sys_days{2036y / July / 1}).offset;
}

seconds Paris::offset(Instant instant) const
{
    if (instant < listed_until_) return listed_(instant).offset;
    if (!turns_) return listed_(listed_until_).offset;
    return is_summer(instant) ? 2h : 1h;
}

bool Paris::is_right() const
{
    return offset(sys_days{2026y / March / 29} + 59min) == 1h &&
           offset(sys_days{2026y / March / 29} + 1h) == 2h &&
           offset(sys_days{2026y / October / 25} + 59min) == 2h &&
           offset(sys_days{2026y / October / 25} + 1h) == 1h;
}

const Paris& Paris::here()
{
    static const Paris here([](Instant instant) {
        static const auto* zone = date::locate_zone("Europe/Paris");
        const auto info = zone->get_info(instant);
        return Listed{info.offset, Instant{info.begin}};
    });
    return here;
}

} // namespace domain
