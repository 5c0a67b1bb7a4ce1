#include "domain/platform/platform.hpp"

namespace domain::platform {

Day fiscal_year_end(const Platform& platform, Day day)
{
    using namespace std::chrono;
    const auto closing = [&](year y) {
        const Day exact = y / platform.fiscal_year_end.month() / platform.fiscal_year_end.day();
        return exact.ok() ? exact : Day{y / platform.fiscal_year_end.month() / last}; // 29 February
    };
    const auto this_year = closing(day.year());
    return day <= this_year ? this_year : closing(day.year() + years{1});
}

} // namespace domain::platform
