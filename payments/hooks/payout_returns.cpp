#include "payments/hooks/payout_returns.hpp"

#include "domain/core/log.hpp"
#include "payments/flows/follow.hpp"
#include "payments/hooks/movements.hpp"
#include "payments/hooks/payout_return_store.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/operations/operations.hpp"

namespace payments::hooks {

namespace {

/// Books the return of its payout. False while that is not possible: the payout has not
/// succeeded yet by our books, or another amount came back than went out.
bool booked(Transaction& tx, const Resource& refund)
{
    const auto payout =
        operations::find_by_resource(tx, Kind::payout, ResourceId(refund.initial_id.text()));
    if (!payout) return true; // none of ours
    if (refund.debited && *refund.debited != payout->plan.amount) {
        domain::log(domain::Level::error, "payout_return_disagrees",
                    {{"operation", payout->id.text()}, {"resource", refund.id.text()}});
        return false;
    }
    const auto change = operations::record_return(tx, payout->id, "payout_returned");
    if (change) flows::follow(tx, *change);
    return operations::has_been(tx, payout->id, operations::State::returned);
}

/// Whether nothing more is to come of it.
bool is_settled(const flows::Context& context, const ResourceId& id)
{
    const auto outcome = context.gateway.read(Kind::refund, id);
    if (std::holds_alternative<Declined>(outcome)) return true; // it did not come back after all
    const auto* refund = std::get_if<Succeeded>(&outcome);
    if (refund == nullptr || refund->resource.initial_id.empty()) return false;
    // The payout's own success may not have reached us yet, and comes first.
    read_movement(context, Kind::payout, refund->resource.initial_id);
    return context.db.transaction([&](Transaction& tx) { return booked(tx, refund->resource); });
}

bool is_settled_now(const flows::Context& context, const ResourceId& refund)
{
    try {
        return is_settled(context, refund);
    } catch (const NoAnswer& none) {
        domain::log(domain::Level::warning, "payout_return_unread",
                    {{"resource", refund.text()}, {"cause", none.what()}});
        return false;
    }
}

} // namespace

void look_at_return(const flows::Context& context, const ResourceId& refund)
{
    context.db.transaction([&](Transaction& tx) { note_return(tx, refund); });
    const bool settled = is_settled_now(context, refund);
    context.db.transaction([&](Transaction& tx) {
        if (settled) {
            settle_return(tx, refund);
        } else {
            postpone_return(tx, refund);
        }
    });
}

} // namespace payments::hooks
