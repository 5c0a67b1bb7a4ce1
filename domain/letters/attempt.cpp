#include "domain/letters/attempt.hpp"

#include "domain/accounts/user_agent.hpp"
#include "domain/letters/day_words.hpp"

namespace domain::letters {

Say attempt_in_words(Instant at, std::string_view user_agent)
{
    const auto when = in_words(at);
    const auto what = accounts::in_words(user_agent);
    return {"le " + when.fr + ", avec " + what.fr, "on " + when.en + ", with " + what.en};
}

} // namespace domain::letters
