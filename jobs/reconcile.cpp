#include "jobs/reconcile.hpp"

#include "domain/core/log.hpp"
#include "jobs/payments_context.hpp"
#include "payments/flows/dispatch.hpp"
#include "payments/hooks/hooks.hpp"
#include "payments/hooks/payout_return_store.hpp"
#include "payments/hooks/payout_returns.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/payment_accounts/payment_account_store.hpp"

namespace jobs {

using namespace domain;

namespace {

constexpr int batch_max = 50;

/// One that cannot be looked at costs itself, not the batch.
template <typename Id, typename Look>
std::int64_t look_at(const std::vector<Id>& ids, Look look)
{
    std::int64_t looked_at = 0;
    for (const auto& id : ids) {
        try {
            look(id);
            ++looked_at;
        } catch (const std::exception& failure) {
            log(Level::warning, "not_reconciled", {{"id", id.text()}, {"cause", failure.what()}});
        }
    }
    return looked_at;
}

} // namespace

std::int64_t reconcile(Context& context)
{
    if (context.gateway == nullptr) return 0;
    const auto at_mangopay = payments_context(context);
    const auto due = context.db.read_latest(
        [](Transaction& tx) { return payments::operations::due(tx, batch_max); });
    const auto returns = context.db.read_latest(
        [](Transaction& tx) { return payments::hooks::due_returns(tx, batch_max); });
    return look_at(due, [&](const auto& id) { payments::flows::advance(at_mangopay, id); }) +
           look_at(returns,
                   [&](const auto& id) { payments::hooks::look_at_return(at_mangopay, id); });
}

std::int64_t refresh_payment_accounts(Context& context)
{
    if (context.gateway == nullptr) return 0;
    const auto at_mangopay = payments_context(context);
    const auto verifications = context.db.read_latest([](Transaction& tx) {
        return payments::payment_accounts::open_verifications(tx, batch_max);
    });
    const auto recipients = context.db.read_latest(
        [](Transaction& tx) { return payments::payment_accounts::open_recipients(tx, batch_max); });
    return look_at(verifications,
                   [&](const auto& id) {
                       payments::hooks::read_again(at_mangopay, "IDENTITY_VERIFICATION_VALIDATED",
                                                   payments::ResourceId(id.text()));
                   }) +
           look_at(recipients, [&](const auto& id) {
               payments::hooks::read_again(at_mangopay, "RECIPIENT_ACTIVE",
                                           payments::ResourceId(id.text()));
           });
}

} // namespace jobs
