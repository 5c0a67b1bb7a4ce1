#include "payments/payment_accounts/renewals.hpp"

#include "domain/mail/notify.hpp"
#include "payments/payment_accounts/payment_account_store.hpp"

namespace payments::payment_accounts {

namespace {

using namespace std::chrono_literals;
using domain::storage::written;

constexpr auto month_before = std::chrono::microseconds(24h * 30).count();
constexpr auto week_before = std::chrono::microseconds(24h * 7).count();
constexpr auto day_before = std::chrono::microseconds(24h).count();

void tell(Transaction& tx, PaymentAccount owner)
{
    if (!owner.renewal_due) return;
    const auto day = domain::to_text(domain::day_in_paris(*owner.renewal_due));
    domain::mail::notify(tx, owner.account_id, domain::mail::Template::verification_renewal, {day});
    owner.renewal_told_at = tx.now;
    save(tx, owner);
}

} // namespace

void renewal_asked(Transaction& tx, const UserId& user)
{
    auto account = find_by_user(tx, user);
    if (account && account->role == Role::owner) tell(tx, *std::move(account));
}

std::vector<AccountId> renewals_to_remind_of(Transaction& tx, int most)
{
    return tx.all<AccountId>(R"(
        SELECT account_id
          FROM payment_accounts
         WHERE role = :owner AND renewal_due > :now AND user_status <> :closed
           AND ((renewal_due - :month <= :now
                 AND COALESCE(renewal_told_at, 0) < renewal_due - :month)
             OR (renewal_due - :week <= :now
                 AND COALESCE(renewal_told_at, 0) < renewal_due - :week)
             OR (renewal_due - :day <= :now
                 AND COALESCE(renewal_told_at, 0) < renewal_due - :day))
         ORDER BY renewal_due
         LIMIT :most)",
                             name(Role::owner), tx.now, written<UserStatus::closed>, month_before,
                             week_before, day_before, most);
}

void remind_of_renewal(Transaction& tx, const AccountId& provider)
{
    auto owner = maybe_find(tx, provider, Role::owner);
    if (owner) tell(tx, *std::move(owner));
}

} // namespace payments::payment_accounts
