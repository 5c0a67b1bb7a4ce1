#include "jobs/payouts.hpp"

#include "jobs/desk.hpp"
#include "payments/flows/dispatch.hpp"
#include "payments/flows/payouts.hpp"

namespace jobs {

using namespace domain;

void on_payout_due(Context& context, const events::Leased& event)
{
    const auto payout = context.db.transaction(
        [&](Transaction& tx) { return payments::flows::payouts::plan(tx, event.detail); });
    if (payout) payments::flows::advance(desk_of(context), payout->id);
}

} // namespace jobs
