#include "domain/profiles/one_party.hpp"

#include "domain/profiles/likeness_store.hpp"

namespace domain::profiles {

Say deals_with_itself()
{
    return {"Selon ce que vos deux profils disent ou ont dit, ce serait traiter avec vous-même ou "
            "avec votre propre entreprise. Les modifier n'y change plus rien : si c'est une "
            "erreur, écrivez au support.",
            "By what your two profiles say or have said, this would be dealing with yourself or "
            "your own company. Changing them does not alter that any more: if it is a mistake, "
            "write to support."};
}

void require_two_parties(Transaction& tx, const AccountId& one, const AccountId& other)
{
    if (are_one_party(tx, one, other))
        throw Refused(Refusal::action_unavailable, deals_with_itself());
}

} // namespace domain::profiles
