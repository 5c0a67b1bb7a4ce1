#include "jobs/payouts.hpp"

#include "domain/core/stored.hpp"
#include "jobs/payments_context.hpp"
#include "payments/flows/dispatch.hpp"
#include "payments/flows/payouts.hpp"

namespace jobs {

using namespace domain;

void on_payout_due(Context& context, const events::Leased& event)
{
    const auto provider = stored(AccountId::parse(event.detail));
    const auto payout = context.db.transaction(
        [&](Transaction& tx) { return payments::flows::payouts::plan(tx, provider); });
    if (payout) payments::flows::advance(payments_context(context), payout->id);
}

} // namespace jobs
