#include "jobs/proposals.hpp"

#include "domain/core/log.hpp"
#include "domain/proposals/proposal_store.hpp"
#include "domain/proposals/proposals.hpp"
#include "invoicing/series/decisions.hpp"
#include "jobs/payments_context.hpp"
#include "payments/decisions/decisions.hpp"

namespace jobs {

using namespace domain;

namespace {

void carry_out(Context& context, const ProposalId& id)
{
    const auto kind =
        context.db.read_latest([&](Transaction& tx) { return proposals::find(tx, id).wish.kind; });
    switch (proposals::about(kind)) {
    case proposals::About::movement:
        return payments::decisions::carry_out(payments_context(context), id);
    case proposals::About::series:
        context.db.transaction([&](Transaction& tx) { invoicing::series::carry_out(tx, id); });
    }
}

} // namespace

std::int64_t carry_out_proposals(Context& context)
{
    constexpr int batch_max = 100;
    const auto due = context.db.read_latest(
        [](Transaction& tx) { return proposals::to_carry_out(tx, batch_max); });
    for (const auto& id : due) {
        try {
            carry_out(context, id);
        } catch (const std::exception& failure) { // one that fails costs itself, until the next run
            log(Level::error, "proposal_not_carried_out",
                {{"proposal", id.text()}, {"cause", failure.what()}});
        }
    }
    return std::ssize(due);
}

} // namespace jobs
