#include "payments/flows/finding_out.hpp"

#include <chrono>
#include <cstdint>
#include <optional>

#include "payments/flows/sending.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/operations/operations.hpp"

namespace payments::flows {

using domain::Transaction;
using operations::MoneyOperationId;
using operations::Operation;
using operations::State;

namespace {

// After so long, a recipient that Mangopay knows nothing of was never registered. Nobody kept
// its account number, so nobody can send it again.
constexpr std::chrono::minutes recipient_lost_after{10};

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

} // namespace

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

} // namespace payments::flows
