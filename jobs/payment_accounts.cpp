#include "jobs/payment_accounts.hpp"

#include "jobs/payments_context.hpp"
#include "payments/flows/dispatch.hpp"

namespace jobs {

using namespace domain;

void on_payment_account_due(Context& context, const events::Leased& event)
{
    const auto account = AccountId::parse(event.subject);
    const auto role = payments::parse_role(event.detail);
    check(account && role, "a payment account is somebody's, in a role");
    payments::flows::ensure_open(payments_context(context), *account, *role);
}

void on_payment_user_closing(Context& context, const events::Leased& event)
{
    payments_context(context).gateway.close_user(event.subject);
}

} // namespace jobs
