#include "domain/letters/day_words.hpp"

#include <array>
#include <string>

namespace domain::letters {

namespace {

constexpr std::array months = {"January",   "February", "March",    "April",
                               "May",       "June",     "July",     "August",
                               "September", "October",  "November", "December"};

std::string english(Day day)
{
    const auto month = months.at(static_cast<unsigned>(day.month()) - 1);
    return std::to_string(static_cast<unsigned>(day.day())) + " " + month + " " +
           std::to_string(static_cast<int>(day.year()));
}

std::string french(Day day)
{
    const auto iso = to_text(day); // 2026-11-22
    return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

} // namespace

Say in_words(Day day)
{
    return {french(day), english(day)};
}

Say in_words(Instant at)
{
    const auto day = in_words(day_in_paris(at));
    const auto time = time_in_paris(at);
    return {day.fr + " à " + time + " (heure de Paris)", day.en + " at " + time + " (Paris time)"};
}

} // namespace domain::letters
