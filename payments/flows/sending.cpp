#include "payments/flows/sending.hpp"

#include <utility>

#include "domain/storage/failures.hpp"
#include "payments/flows/command_of.hpp"
#include "payments/flows/cut_off.hpp"
#include "payments/flows/follow.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/operations/operations.hpp"

namespace payments::flows {

using domain::Transaction;
using operations::MoneyOperationId;

namespace {

void note_outcome(const Context& context, const Errand& errand, const Outcome& outcome)
{
    const bool taken_back =
        std::holds_alternative<NotSent>(outcome) && context.db.transaction([&](Transaction& tx) {
            return operations::take_back(tx, errand.operation);
        });
    if (taken_back) return;
    settle(context, errand.operation.id, outcome);
}

} // namespace

Errand errand(Transaction& tx, const MoneyOperationId& id)
{
    auto operation = operations::find(tx, id);
    auto command = command_of(tx, operation);
    return {std::move(operation), std::move(command)};
}

void send(const Context& context, const Errand& errand)
{
    const auto outcome = context.gateway.send(*errand.command, errand.operation.idempotency_key);
    try {
        note_outcome(context, errand, outcome);
    } catch (const domain::storage::Away&) {
        cut_off::note(errand.operation.id);
        throw;
    }
}

/// Mangopay kept no answer: it never arrived, so it is sent again under the same key.
void resend(const Context& context, Errand errand)
{
    errand.claimed = context.db.transaction(
        [&](Transaction& tx) { return operations::claim(tx, errand.operation); });
    if (errand.claimed) send(context, errand);
}

void settle(const Context& context, const MoneyOperationId& id, const Outcome& outcome)
{
    context.db.transaction([&](Transaction& tx) {
        const auto change = operations::record(tx, id, outcome);
        if (change) follow(tx, *change);
    });
}

} // namespace payments::flows
