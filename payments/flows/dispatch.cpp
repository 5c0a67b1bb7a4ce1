#include "payments/flows/dispatch.hpp"

#include <chrono>
#include <cstdint>
#include <optional>

#include "domain/core/check.hpp"
#include "payments/flows/command_of.hpp"
#include "payments/flows/follow.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/operations/operations.hpp"
#include "payments/payment_accounts/payment_accounts.hpp"

namespace payments::flows {

namespace {

using domain::Transaction;
using operations::MoneyOperationId;
using operations::Operation;
using operations::State;

// After so long, a recipient that Mangopay knows nothing of was never registered. Nobody kept
// its account number, so nobody can send it again.
constexpr std::chrono::minutes recipient_lost_after{10};

/// An operation with what would be sent for it.
struct Errand {
    Operation operation;
    std::optional<Command> command; // nothing: its payment account has to exist first
    bool claimed = false;           // this caller is the one to send it
};

Errand errand(Transaction& tx, const MoneyOperationId& id)
{
    auto operation = operations::find(tx, id);
    auto command = command_of(tx, operation);
    return {std::move(operation), std::move(command)};
}

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

void send(const Context& context, const Errand& errand)
{
    const auto outcome = context.gateway.send(*errand.command, errand.operation.idempotency_key);
    const bool taken_back =
        std::holds_alternative<NotSent>(outcome) && context.db.transaction([&](Transaction& tx) {
            return operations::take_back(tx, errand.operation);
        });
    if (taken_back) return;
    settle(context, errand.operation.id, outcome);
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

/// Mangopay kept no answer: it never arrived, so it is sent again under the same key.
void resend(const Context& context, Errand errand)
{
    errand.claimed = context.db.transaction(
        [&](Transaction& tx) { return operations::claim(tx, errand.operation); });
    if (errand.claimed) send(context, errand);
}

bool decides(const std::optional<Outcome>& outcome)
{
    return outcome && operations::action_of(*outcome).has_value();
}

/// The payout that was made for `operation`, by Mangopay's list of events: the listing of an
/// OWNER's movements is shown only to somebody who has just proven who it is.
std::optional<Outcome> payout_among_events(const Context& context, const Operation& operation)
{
    constexpr std::size_t all_of_them = 1'000; // as many as are read at once
    const auto since =
        operation.first_sent_at.value_or(operation.created_at) - std::chrono::minutes{1};
    const auto events = context.gateway.events("PAYOUT_NORMAL_CREATED", since);
    bool all_read = events.size() < all_of_them;
    for (const auto& event : events) {
        const bool is_known = context.db.read_latest([&](Transaction& tx) {
            return operations::find_by_resource(tx, Kind::payout, event.resource_id).has_value();
        });
        if (is_known) continue;
        auto outcome = context.gateway.read(Kind::payout, event.resource_id);
        const auto* resource = operations::resource_in(outcome);
        all_read = all_read && resource != nullptr;
        if (resource != nullptr && resource->tag == operation.id.text()) return outcome;
    }
    if (all_read) return {};
    return Unreachable{"the events of payouts were not read to their end"};
}

/// What Mangopay's lists tell of an operation; nothing when they do not name it.
std::optional<Outcome> listed(const Context& context, const Errand& errand)
{
    auto found = context.gateway.find(*errand.command);
    const bool is_gated = found && errand.operation.plan.kind == Kind::payout && !decides(found);
    if (!is_gated) return found;
    try {
        return payout_among_events(context, errand.operation);
    } catch (const NoAnswer& none) {
        return Unreachable{none.what()};
    }
}

/// How far Mangopay's lists are believed that do not name an operation.
enum class Listing : std::uint8_t {
    proves_nothing,
    may_lag,  // for some time after the sending
    complete, // what is not there was not made
};

/// Searches Mangopay's lists.
void look_for(const Context& context, const Errand& errand, bool last_resort, Listing listing)
{
    const auto found = listed(context, errand);
    const auto& id = errand.operation.id;
    if (decides(found)) return settle(context, id, *found);
    if (!found && errand.operation.plan.kind == Kind::recipient) {
        return settle(context, id, Rejected{404, "lost", "nothing was registered"});
    }
    if (!found && listing == Listing::complete) {
        const std::string code(operations::not_made);
        return settle(context, id, Rejected{404, code, "Mangopay lists nothing of it"});
    }
    context.db.transaction([&](Transaction& tx) {
        if (last_resort) operations::give_up(tx, id);
        if (listing == Listing::may_lag) return operations::await_listing(tx, id);
        operations::postpone(tx, id);
    });
}

/// Whether Mangopay's lists say all of what was sent then.
Listing listing_since(domain::Instant last_sent, domain::Instant now, Kind kind)
{
    const bool may_lag = now - last_sent < operations::listed_within(kind);
    return may_lag ? Listing::may_lag : Listing::complete;
}

/// The order in which to find out: the kept answer, the same key again, the listing. A key that
/// gives Mangopay's own failure is spent: the listing decides then, too.
void find_out(const Context& context, const MoneyOperationId& id)
{
    domain::Instant last_sent;
    const auto found = context.db.read_latest([&](Transaction& tx) {
        auto errand_of_id = errand(tx, id);
        last_sent = operations::last_sent_at(tx, errand_of_id.operation);
        return errand_of_id;
    });
    const auto& operation = found.operation;
    const auto kind = operation.plan.kind;
    const auto now = context.db.now();
    const auto age = now - operation.first_sent_at.value_or(operation.created_at);
    const bool key_counts = age < operations::key_lasts;
    if (key_counts) {
        const auto kept = context.gateway.kept(kind, operation.idempotency_key);
        if (decides(kept)) return settle(context, id, *kept);
        if (kept && std::holds_alternative<KeptFailure>(*kept))
            return look_for(context, found, false, listing_since(last_sent, now, kind));
        const bool resendable = kind != Kind::recipient && operation.state == State::unknown;
        if (!kept && resendable) return resend(context, found);
        if (kept || age < recipient_lost_after) {
            return context.db.transaction([&](Transaction& tx) { operations::postpone(tx, id); });
        }
    }
    look_for(context, found, !key_counts, key_counts ? Listing::proves_nothing : Listing::complete);
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
    if (operation.state != State::sending || operation.due_at > tx.now) return operation;
    operations::lose(tx, id);
    return operations::find(tx, id);
}

} // namespace

void settle(const Context& context, const MoneyOperationId& id, const Outcome& outcome)
{
    context.db.transaction([&](Transaction& tx) {
        const auto change = operations::record(tx, id, outcome);
        if (change) follow(tx, *change);
    });
}

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
