#include "domain/moderation/disclosure.hpp"

namespace domain::moderation {

Disclosure disclosure()
{
    return {.are_checked = true,
            .checks = {"Chaque avis vient d'une partie à une commande payée et validée, une fois "
                       "par commande. Il est publié aussitôt, jamais modifié ; la modération peut "
                       "le masquer ou le refuser, avec un motif communiqué à son auteur.",
                       "Every review comes from a party to a paid and validated order, once per "
                       "order. It is published at once and never edited; moderation may hide or "
                       "refuse it, for a reason that its author is told."},
            .consideration = "none",
            .can_be_modified = false,
            .grounds = all_grounds};
}

} // namespace domain::moderation
