#include "domain/members/roles_in_use.hpp"

#include "domain/core/refused.hpp"
#include "domain/orders/forgetting_store.hpp"

namespace domain::members {

using profiles::Profile;

void keep_roles_in_use(Transaction& tx, const Neighbours& neighbours, const AccountId& id,
                       const Profile& before, const Profile& after)
{
    const bool drops_client = before.is_client && !after.is_client;
    const bool drops_provider = before.is_provider && !after.is_provider;
    if (!drops_client && !drops_provider) return;
    const auto unsettled = orders::unsettled_by_role(tx, id);
    std::vector<FieldError> owed;
    if (drops_client && unsettled.as_client > 0) {
        owed.push_back({"roles",
                        {"Des commandes que vous avez passées sont en cours ou à rembourser.",
                         "Orders that you placed are under way or to be refunded."}});
    }
    if (drops_provider && unsettled.as_provider > 0) {
        owed.push_back(
            {"roles",
             {"Des commandes que vous avez acceptées sont en cours, ou leur argent n'est "
              "pas arrivé.",
              "Orders that you took are under way, or their money has not arrived."}});
    }
    if (drops_provider) {
        for (const auto& hold : neighbours.owed(tx, id))
            owed.push_back({"roles", hold.reason});
    }
    if (owed.empty()) return;
    throw Refused(Refusal::invalid_fields,
                  {"Ce rôle sert encore : terminez d'abord ce qui est en cours.",
                   "This role is still needed: finish first what is under way."},
                  std::move(owed));
}

} // namespace domain::members
