#include "payments/flows/dispatch.hpp"

#include <optional>

#include "domain/core/check.hpp"
#include "payments/flows/command_of.hpp"
#include "payments/flows/cut_off.hpp"
#include "payments/flows/finding_out.hpp"
#include "payments/flows/follow.hpp"
#include "payments/flows/sending.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/operations/operations.hpp"
#include "payments/payment_accounts/payment_accounts.hpp"

namespace payments::flows {

namespace {

using domain::Transaction;
using operations::MoneyOperationId;
using operations::Operation;
using operations::State;

/// Plans are claimed in the transaction that makes their command.
Errand claim_planned(Transaction& tx, const MoneyOperationId& id)
{
    auto found = errand(tx, id);
    if (found.operation.state != State::planned || !found.command) return found;
    found.claimed = operations::claim(tx, found.operation);
    return found;
}

void drop(const Context& context, const MoneyOperationId& id, const std::string& code)
{
    context.db.transaction([&](Transaction& tx) {
        const auto change = operations::drop(tx, id, code);
        if (change) follow(tx, *change);
    });
}

/// Opens the payer's account first; without one, there is nothing to pay from.
bool prepare(const Context& context, const Operation& operation)
{
    if (ensure_open(context, operation.plan.account_id, operation.plan.role)) return true;
    const auto refusal = context.db.read_latest([&](Transaction& tx) {
        return payment_accounts::refusal_of(tx, operation.plan.account_id, operation.plan.role);
    });
    if (!refusal.empty()) drop(context, operation.id, "payer_refused");
    return false;
}

void send_planned(const Context& context, const MoneyOperationId& id)
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto found =
            context.db.transaction([&](Transaction& tx) { return claim_planned(tx, id); });
        if (found.claimed) return send(context, found);
        if (found.command || !prepare(context, found.operation)) return;
    }
}

/// Whether what was read was made for `operation`: people may have pointed at another object.
bool is_of(const Operation& operation, const Outcome& outcome)
{
    const auto* resource = operations::resource_in(outcome);
    return resource != nullptr &&
           (operation.state != State::manual_review || resource->tag == operation.id.text());
}

void read_again(const Context& context, const Operation& operation)
{
    const auto outcome = context.gateway.read(operation.plan.kind, operation.resource_id);
    const bool gone = std::holds_alternative<Rejected>(outcome); // it existed: not a refusal
    if (!gone && is_of(operation, outcome)) settle(context, operation.id, outcome);
    context.db.transaction([&](Transaction& tx) {
        const auto state = operations::find(tx, operation.id).state;
        if (state == State::created || state == State::manual_review) {
            operations::postpone(tx, operation.id);
        }
    });
}

/// An operation as it stands; one whose sender never came back is unknown from here on.
Operation current(Transaction& tx, const MoneyOperationId& id)
{
    auto operation = operations::find(tx, id);
    const bool may_come_back = operation.due_at > tx.now && !cut_off::holds(id);
    if (operation.state != State::sending || may_come_back) return operation;
    operations::lose(tx, id);
    return operations::find(tx, id);
}

} // namespace

bool decide_happened(const Context& context, const MoneyOperationId& id, const ResourceId& resource)
{
    const bool pointed_out = context.db.transaction(
        [&](Transaction& tx) { return operations::point_out(tx, id, resource); });
    if (pointed_out) advance(context, id);
    return pointed_out;
}

bool decide_did_not_happen(const Context& context, const MoneyOperationId& id, bool wanted_still)
{
    return context.db.transaction([&](Transaction& tx) {
        const auto change = operations::deny(tx, id, wanted_still);
        if (change) follow(tx, *change);
        return change.has_value();
    });
}

bool ensure_open(const Context& context, const domain::AccountId& account, Role role)
{
    constexpr int steps = 2; // its user, then its wallet
    for (int step = 0; step <= steps; ++step) {
        const auto opening = context.db.transaction(
            [&](Transaction& tx) { return payment_accounts::open(tx, account, role); });
        if (opening.open) return true;
        if (step == steps) return false;
        if (advance(context, *opening.next_operation) != State::succeeded) return false;
    }
    return false;
}

State advance(const Context& context, const operations::MoneyOperationId& id)
{
    const auto operation = context.db.transaction([&](Transaction& tx) { return current(tx, id); });
    cut_off::forget(id);
    switch (operation.state) {
    case State::planned: send_planned(context, id); break;
    case State::unknown: find_out(context, id); break;
    case State::manual_review:
        if (operation.resource_id.empty()) {
            find_out(context, id);
        } else {
            read_again(context, operation);
        }
        break;
    case State::created: read_again(context, operation); break;
    case State::sending:
    case State::succeeded:
    case State::failed:
    case State::returned:
    case State::paid_by_other_means:
    case State::doubled:
    case State::made_good: break;
    }
    return context.db.read_latest([&](Transaction& tx) { return operations::find(tx, id).state; });
}

} // namespace payments::flows
