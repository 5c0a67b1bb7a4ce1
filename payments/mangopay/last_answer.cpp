#include "payments/mangopay/last_answer.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace payments::mangopay {

namespace {

constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> number_in(std::string_view text, std::size_t at, std::size_t digits)
{
    const auto part = text.substr(at, digits);
    int number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc{} || end != part.data() + part.size() || number < 0) return {};
    return number;
}

std::optional<unsigned> month_in(std::string_view text, std::size_t at)
{
    const auto found = std::ranges::find(months, text.substr(at, 3));
    if (found == months.end()) return {};
    return static_cast<unsigned>(found - months.begin()) + 1;
}

} // namespace

std::optional<domain::Instant> moment_of(std::string_view date)
{
    using namespace std::chrono;
    constexpr std::string_view form = "Sun, 06 Nov 1994 08:49:37 GMT";
    if (date.size() != form.size() || !date.ends_with(" GMT")) return {};
    const auto the_day = number_in(date, 5, 2), the_year = number_in(date, 12, 4);
    const auto the_month = month_in(date, 8);
    const auto hour = number_in(date, 17, 2), minute = number_in(date, 20, 2),
               second = number_in(date, 23, 2);
    if (!the_day || !the_month || !the_year || !hour || !minute || !second) return {};
    const year_month_day ymd{year{*the_year}, month{*the_month},
                             day{static_cast<unsigned>(*the_day)}};
    if (!ymd.ok() || *hour > 23 || *minute > 59 || *second > 60) return {};
    return domain::Instant{sys_days{ymd} + hours{*hour} + minutes{*minute} + seconds{*second}};
}

void LastAnswer::note(domain::Instant asked_at, const HttpAnswer& answer)
{
    if (answer.status < 200 || answer.status > 299) return;
    const auto date = moment_of(answer.header("date"));
    if (!date) return;
    const std::lock_guard lock(mutex_);
    heard_ = Heard{asked_at, *date};
}

std::optional<Heard> LastAnswer::heard() const
{
    const std::lock_guard lock(mutex_);
    return heard_;
}

} // namespace payments::mangopay
