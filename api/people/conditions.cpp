#include "api/people/conditions.hpp"

#include <algorithm>

#include "invoicing/issuing/forgetting.hpp"
#include "invoicing/issuing/seller.hpp"
#include "payments/forgetting/forgetting.hpp"
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
    return {{app.platform, app.policy}, wrong_on_invoices, payees::seen_at_mangopay};
}

payees::Conditions detailed_conditions(const App& app)
{
    return {{app.platform, app.policy},
            wrong_on_invoices,
            [&platform = app.platform](Transaction& tx, const AccountId& account) {
                return payments::payment_accounts::hurdles(tx, account, platform);
            }};
}

members::Neighbours neighbours(const App& app)
{
    return {conditions(app), owed, payments::payment_accounts::identity_changed};
}

std::vector<forgetting::Hold> owed(Transaction& tx, const AccountId& account)
{
    auto all = payments::forgetting::holds(tx, account);
    std::ranges::move(invoicing::issuing::holds(tx, account), std::back_inserter(all));
    return all;
}

} // namespace api::people
