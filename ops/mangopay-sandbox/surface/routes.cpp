#include "ops/mangopay-sandbox/surface/routes.hpp"

#include "ops/mangopay-sandbox/objects/hooks.hpp"
#include "ops/mangopay-sandbox/objects/payins.hpp"
#include "ops/mangopay-sandbox/objects/payouts.hpp"
#include "ops/mangopay-sandbox/objects/recipients.hpp"
#include "ops/mangopay-sandbox/objects/refunds.hpp"
#include "ops/mangopay-sandbox/objects/sca.hpp"
#include "ops/mangopay-sandbox/objects/transfers.hpp"
#include "ops/mangopay-sandbox/objects/users.hpp"
#include "ops/mangopay-sandbox/objects/verifications.hpp"
#include "ops/mangopay-sandbox/objects/wallets.hpp"
#include "ops/mangopay-sandbox/surface/idempotency.hpp"

namespace mangopay_sandbox {

namespace {

constexpr ApiRoute routes[] = {
    {"GET", "/responses/:key", idempotency::get},

    {"POST", "/sca/users/natural", users::create_natural},
    {"POST", "/sca/users/legal", users::create_legal},
    {"PUT", "/sca/users/natural/:id", users::edit_natural},
    {"PUT", "/sca/users/legal/:id", users::edit_legal},
    {"PUT", "/sca/users/natural/:id/category", users::become_owner},
    {"PUT", "/sca/users/legal/:id/category", users::become_owner},
    {"GET", "/sca/users/:id", users::get},
    {"GET", "/sca/users/:id/sca-status", sca::status},
    {"POST", "/sca/users/:id/enrollment", sca::enroll},
    {"GET", "/users", users::list},
    {"GET", "/users/:id", users::get},
    {"GET", "/users/natural/:id", users::get},
    {"GET", "/users/legal/:id", users::get},
    {"DELETE", "/users/natural/:id", users::close},
    {"DELETE", "/users/legal/:id", users::close},
    {"GET", "/users/:id/regulatory", users::regulatory},

    {"POST", "/wallets", wallets::create},
    {"GET", "/wallets/:id", wallets::get},
    {"PUT", "/wallets/:id", wallets::edit},
    {"GET", "/wallets/:id/transactions", wallets::transactions},
    {"GET", "/users/:id/wallets", wallets::of_user},
    {"GET", "/users/:id/transactions", wallets::transactions_of_user},
    {"GET", "/clients/wallets", wallets::of_client},
    {"GET", "/clients/wallets/:funds_type", wallets::of_client},
    {"GET", "/clients/wallets/:funds_type/:currency", wallets::one_of_client},
    {"GET", "/clients/wallets/:funds_type/:currency/transactions", wallets::client_transactions},

    {"POST", "/users/:id/identity-verifications", verifications::create},
    {"GET", "/users/:id/identity-verifications", verifications::of_user},
    {"GET", "/identity-verifications/:id", verifications::get},

    {"GET", "/recipients/payout-methods", recipients::payout_methods},
    {"GET", "/recipients/schema", recipients::schema},
    {"POST", "/users/:id/recipients/validate", recipients::validate},
    {"POST", "/users/:id/recipients", recipients::create},
    {"GET", "/users/:id/recipients", recipients::of_user},
    {"GET", "/recipients/:id", recipients::get},
    {"PUT", "/recipients/:id", recipients::edit},

    {"POST", "/payins/card/web", payins::create_card_web},
    {"GET", "/payins/card/web/:id/extended", payins::extended},
    {"GET", "/payins/:id", payins::get},
    {"POST", "/payins/:id/refunds", refunds::of_payin},
    {"GET", "/payins/:id/refunds", refunds::list},

    {"POST", "/transfers", transfers::create},
    {"GET", "/transfers/:id", transfers::get},
    {"POST", "/transfers/:id/refunds", refunds::of_transfer},
    {"GET", "/transfers/:id/refunds", refunds::list},

    {"POST", "/payouts/bankwire", payouts::create},
    {"GET", "/payouts/bankwire/:id", payouts::get},
    {"GET", "/payouts/:id", payouts::get},
    {"GET", "/payouts/:id/refunds", refunds::list},
    {"GET", "/refunds/:id", refunds::get},

    {"POST", "/hooks", hooks::create},
    {"GET", "/hooks", hooks::list},
    {"GET", "/hooks/:id", hooks::get},
    {"PUT", "/hooks/:id", hooks::edit},
    {"GET", "/events", hooks::events},
};

} // namespace

std::span<const ApiRoute> api_routes()
{
    return routes;
}

} // namespace mangopay_sandbox
