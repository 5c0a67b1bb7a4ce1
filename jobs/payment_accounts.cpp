#include "jobs/payment_accounts.hpp"

#include "domain/core/stored.hpp"
#include "jobs/payments_context.hpp"
#include "payments/flows/dispatch.hpp"
#include "payments/flows/identities.hpp"
#include "payments/payment_accounts/renewals.hpp"

namespace jobs {

using namespace domain;

void on_payment_account_due(Context& context, const events::Leased& event)
{
    payments::flows::ensure_open(payments_context(context), stored(AccountId::parse(event.subject)),
                                 stored(payments::parse_role(event.detail)));
}

void on_payment_user_changed(Context& context, const events::Leased& event)
{
    payments::flows::identities::send(payments_context(context), payments::UserId(event.subject));
}

void on_payment_user_closing(Context& context, const events::Leased& event)
{
    payments_context(context).gateway.close_user(payments::UserId(event.subject));
}

std::int64_t remind_of_renewals(Context& context)
{
    constexpr int batch_max = 200;
    const auto due = context.db.read_latest([](Transaction& tx) {
        return payments::payment_accounts::renewals_to_remind_of(tx, batch_max);
    });
    for (const auto& provider : due) {
        context.db.transaction(
            [&](Transaction& tx) { payments::payment_accounts::remind_of_renewal(tx, provider); });
    }
    return std::ssize(due);
}

} // namespace jobs
