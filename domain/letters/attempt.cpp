#include "domain/letters/attempt.hpp"

#include <array>
#include <string>

#include "domain/accounts/user_agent.hpp"

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

Say attempt_in_words(Instant at, std::string_view user_agent)
{
    const auto day = day_in_paris(at);
    const auto time = time_in_paris(at);
    const auto what = accounts::in_words(user_agent);
    return {"le " + french(day) + " à " + time + " (heure de Paris), avec " + what.fr,
            "on " + english(day) + " at " + time + " (Paris time), with " + what.en};
}

} // namespace domain::letters
