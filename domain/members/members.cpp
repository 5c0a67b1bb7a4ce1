#include "domain/members/members.hpp"

#include "domain/access/accounts.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/members/identity_change.hpp"
#include "domain/members/open_quotes.hpp"
#include "domain/members/roles_in_use.hpp"
#include "domain/pages/pages.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/reviews/reviews.hpp"

namespace domain::members {

accounts::Account edit(Transaction& tx, const Neighbours& neighbours, const AccountId& id,
                       const Edit& wanted)
{
    const auto before = profiles::profile_of(tx, accounts::lock(tx, id));
    keep_open_quotes(tx, neighbours.conditions, id, before, wanted.profile);
    keep_roles_in_use(tx, neighbours, id, before, wanted.profile);
    const bool is_another = judge_identity(tx, id, before, wanted);
    auto saved = access::update(tx, id, wanted.versions, wanted.profile);
    if (is_another) follow_identity(tx, neighbours, id, wanted.from);
    pages::rename(tx, id);
    reviews::sign_again(tx, id);
    return saved;
}

} // namespace domain::members
