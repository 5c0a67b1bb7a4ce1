#include "jobs/payment_accounts.hpp"

#include "domain/core/stored.hpp"
#include "jobs/payments_context.hpp"
#include "payments/flows/dispatch.hpp"
#include "payments/flows/identities.hpp"

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

} // namespace jobs
