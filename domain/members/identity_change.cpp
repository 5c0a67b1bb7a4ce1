#include "domain/members/identity_change.hpp"

#include "domain/access/budgets.hpp"
#include "domain/access/sensitive_change.hpp"
#include "domain/orders/order_store.hpp"
#include "domain/payees/identity.hpp"
#include "domain/payees/payable_state_store.hpp"

namespace domain::members {

namespace {

using profiles::Profile;

constexpr int orders_named = 20;

void keep_legal_kind(const Profile& before, const Profile& after)
{
    if (before.is_company == after.is_company) return;
    throw Refused(
        Refusal::action_unavailable,
        {"Chez Mangopay, une personne physique ne devient pas une personne morale, ni "
         "l'inverse. Fermez ce compte et ouvrez-en un autre.",
         "At Mangopay a natural person does not become a legal one, nor the other way "
         "round. Close this account and open another."},
        {{"legal_kind",
          {"Ce genre vaut pour la vie du compte.", "This kind is for the account's life."}}});
}

void keep_orders(Transaction& tx, const AccountId& id, std::vector<FieldError> changes)
{
    std::string orders;
    for (const auto& order : orders::unsettled_from(tx, id, orders_named))
        orders += (orders.empty() ? "" : ", ") + order.text();
    if (orders.empty()) return;
    throw Refused(Refusal::action_unavailable,
                  {"Des commandes de vous ne sont ni payées ni remboursées : " + orders +
                       ". Terminez-les avant de devenir quelqu'un d'autre.",
                   "Orders of yours are neither paid out nor refunded: " + orders +
                       ". Finish them before becoming somebody else."},
                  std::move(changes));
}

Refused at_stake(std::vector<FieldError> changes)
{
    return {
        Refusal::verification_at_stake,
        {"Mangopay a vérifié ces informations. Si elles changent, Mangopay devra vous vérifier "
         "à nouveau, vous devrez accepter à nouveau le mandat de facturation, et rien ne vous "
         "sera payé d'ici là. Pour continuer, dites que vous l'acceptez et prouvez que c'est bien "
         "vous.",
         "Mangopay has verified these details. If they change, Mangopay will have to verify you "
         "again, you will have to accept the invoicing mandate again, and nothing is paid to "
         "you until then. To go on, say that you accept this and prove that it is you."},
        std::move(changes)};
}

} // namespace

bool judge_identity(Transaction& tx, const AccountId& id, const Profile& before, const Edit& wanted)
{
    auto changes = payees::identity_changes(before, wanted.profile);
    if (changes.empty()) return false;
    access::spend_identity(tx, id);
    const auto known = payees::payable_state(tx, id);
    if (!known || known->mangopay_owner_id.empty()) return true;
    keep_legal_kind(before, wanted.profile);
    if (payees::is_somebody_else(before, wanted.profile)) keep_orders(tx, id, changes);
    if (!known->is_verified(tx.now)) return true;
    if (!wanted.accepts_new_verification) throw at_stake(std::move(changes));
    access::demand_proof(tx, id, access::SensitiveChange::identity, wanted.proof);
    return true;
}

void follow_identity(Transaction& tx, const Neighbours& neighbours, const AccountId& id,
                     const accounts::ConnectionOrigin& from)
{
    neighbours.identity_changed(tx, id);
    const auto known = payees::payable_state(tx, id);
    if (!known || known->mangopay_owner_id.empty()) return;
    payees::begin_identity(tx, id);
    access::tell_owner(tx, id, access::SensitiveChange::identity, from);
}

} // namespace domain::members
