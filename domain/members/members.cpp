#include "domain/members/members.hpp"

#include "domain/access/accounts.hpp"
#include "domain/pages/pages.hpp"
#include "domain/reviews/reviews.hpp"

namespace domain::members {

accounts::Account edit(Transaction& tx, const AccountId& id, std::int64_t version,
                       const profiles::Profile& profile)
{
    auto saved = access::update(tx, id, version, profile);
    pages::rename(tx, id);
    reviews::sign_again(tx, id);
    return saved;
}

} // namespace domain::members
