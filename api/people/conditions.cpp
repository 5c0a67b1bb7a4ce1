#include "api/people/conditions.hpp"

#include "invoicing/issuing/seller.hpp"
#include "payments/payment_accounts/eligibility.hpp"
#include "payments/payment_accounts/payment_accounts.hpp"

namespace api::people {

using namespace domain;

namespace {

std::vector<FieldError> wrong_on_invoices(Transaction& tx, const payees::BillingIdentity& provider)
{
    return invoicing::issuing::wrong_in_seller(provider, day_in_paris(tx.now));
}

} // namespace

payees::Conditions conditions(const App& app)
{
    return {{app.platform, app.policy},
            wrong_on_invoices,
            payees::seen_at_mangopay,
            payments::payment_accounts::identity_changed};
}

payees::Conditions detailed_conditions(const App& app)
{
    return {{app.platform, app.policy},
            wrong_on_invoices,
            [&platform = app.platform](Transaction& tx, const AccountId& account) {
                return payments::payment_accounts::hurdles(tx, account, platform);
            }};
}

} // namespace api::people
