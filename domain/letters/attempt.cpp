#include "domain/letters/attempt.hpp"

#include "domain/accounts/user_agent.hpp"
#include "domain/letters/day_words.hpp"

namespace domain::letters {

Say attempt_in_words(Instant at, std::string_view user_agent)
{
    const auto day = in_words(day_in_paris(at));
    const auto time = time_in_paris(at);
    const auto what = accounts::in_words(user_agent);
    return {"le " + day.fr + " à " + time + " (heure de Paris), avec " + what.fr,
            "on " + day.en + " at " + time + " (Paris time), with " + what.en};
}

} // namespace domain::letters
