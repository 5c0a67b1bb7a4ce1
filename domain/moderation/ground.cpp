#include "domain/moderation/ground.hpp"

namespace domain::moderation {

std::string_view name(Ground ground)
{
    switch (ground) {
    case Ground::not_genuine: return "not_genuine";
    case Ground::off_topic: return "off_topic";
    case Ground::insulting: return "insulting";
    case Ground::personal_data: return "personal_data";
    case Ground::illegal_content: return "illegal_content";
    case Ground::advertising: return "advertising";
    case Ground::conflict_of_interest: return "conflict_of_interest";
    case Ground::genuine: return "genuine";
    case Ground::appealed: return "appealed";
    case Ground::other: return "other";
    }
    return "unknown";
}

std::optional<Ground> parse_ground(std::string_view text)
{
    return named<Ground>(text);
}

Say described(Ground ground)
{
    switch (ground) {
    case Ground::not_genuine:
        return {"l'avis ne rend pas compte d'une expérience vécue de la prestation",
                "the review does not tell of an experience of the service"};
    case Ground::off_topic:
        return {"l'avis ne porte pas sur la prestation", "the review is not about the service"};
    case Ground::insulting:
        return {"l'avis contient des insultes, des menaces ou des propos discriminatoires",
                "the review has insults, threats or discrimination"};
    case Ground::personal_data:
        return {"l'avis révèle des données d'un tiers", "the review discloses data of a person"};
    case Ground::illegal_content:
        return {"l'avis contient ce que la loi interdit de publier",
                "the review has what the law forbids to publish"};
    case Ground::advertising: return {"l'avis est une publicité", "the review is advertising"};
    case Ground::conflict_of_interest:
        return {"l'auteur est lié à la personne évaluée ou à un concurrent",
                "its author is tied to the reviewed person or to a competitor"};
    case Ground::genuine:
        return {"l'examen n'a rien révélé contre l'avis",
                "the examination found nothing against the review"};
    case Ground::appealed:
        return {"la réponse de l'auteur a convaincu", "its author's answer convinced"};
    case Ground::other: return {"autre motif, précisé ci-après", "another reason, given below"};
    }
    return {};
}

} // namespace domain::moderation
