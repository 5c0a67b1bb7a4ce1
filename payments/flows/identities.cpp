#include "payments/flows/identities.hpp"

#include "domain/accounts/account_store.hpp"
#include "domain/profiles/profile_store.hpp"
#include "payments/payment_accounts/payment_account_store.hpp"
#include "payments/payment_accounts/payment_accounts.hpp"

namespace payments::flows::identities {

namespace {

using domain::Transaction;

/// Nothing when nobody has that user any more.
std::optional<NewUser> as_declared(Transaction& tx, const UserId& user)
{
    const auto known = payment_accounts::find_by_user(tx, user);
    if (!known) return {};
    const auto owner = domain::accounts::maybe_find(tx, known->account_id);
    if (!owner) return {};
    const auto profile = domain::profiles::profile_of(tx, *owner);
    return NewUser{known->role, payment_accounts::person_from(profile),
                   payment_accounts::company_from(profile), ""};
}

void read_again(const Context& context, const UserId& user)
{
    const auto now = context.gateway.user(user);
    if (!now) return;
    const auto blocking = context.gateway.blocking(user);
    context.db.transaction(
        [&](Transaction& tx) { payment_accounts::user_seen(tx, *now, blocking); });
}

} // namespace

void send(const Context& context, const UserId& user)
{
    const auto declared =
        context.db.read_latest([&](Transaction& tx) { return as_declared(tx, user); });
    if (!declared) return;
    const auto outcome = context.gateway.update_user(user, *declared);
    if (const auto* rejected = std::get_if<Rejected>(&outcome)) {
        if (rejected->status == 403) throw NoAnswer(rejected->type); // of us, not of the identity
        return context.db.transaction(
            [&](Transaction& tx) { payment_accounts::identity_refused(tx, user, rejected->type); });
    }
    if (!std::holds_alternative<Succeeded>(outcome)) throw NoAnswer("the user was not updated");
    read_again(context, user); // its level before it rises by the new identity
    context.db.transaction([&](Transaction& tx) { payment_accounts::identity_taken(tx, user); });
}

} // namespace payments::flows::identities
