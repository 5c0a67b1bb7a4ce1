#include "domain/moderation/notice.hpp"

namespace domain::moderation {

namespace {

Say outcome(reviews::Decision decision)
{
    switch (decision) {
    case reviews::Decision::keep: return {"Votre avis est maintenu", "Your review stays"};
    case reviews::Decision::hide:
        return {"Votre avis est masqué le temps d'un examen",
                "Your review is hidden while it is examined"};
    case reviews::Decision::refuse: return {"Votre avis est refusé", "Your review is refused"};
    case reviews::Decision::restore:
        return {"Votre avis est de nouveau publié", "Your review is published again"};
    }
    return {};
}

} // namespace

std::string notice(const Record& record, Language language)
{
    const Say colon = {" : ", ": "};
    const Say why = {"Motif : ", "Reason: "};
    return outcome(record.decision).in(language) + colon.in(language) +
           described(record.ground).in(language) + ".\n" + why.in(language) + record.reason;
}

} // namespace domain::moderation
