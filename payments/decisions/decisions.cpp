#include "payments/decisions/decisions.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "domain/core/refused.hpp"
#include "domain/core/stored.hpp"
#include "domain/events/event_store.hpp"
#include "domain/mail/notify.hpp"
#include "domain/proposals/proposal_store.hpp"
#include "domain/proposals/proposals.hpp"
#include "payments/decisions/stake.hpp"
#include "payments/flows/follow.hpp"
#include "payments/flows/payouts.hpp"
#include "payments/flows/refunds.hpp"
#include "payments/ledger/ledger.hpp"
#include "payments/operations/left_to_people_store.hpp"
#include "payments/operations/operation_store.hpp"

namespace payments::decisions {

namespace {

using namespace domain;
using operations::Operation;
using operations::State;
using operations::Why;
using proposals::Kind;
using proposals::Proof;
using proposals::Proposal;

// Why an accepted proposal could not be carried out.
constexpr std::string_view does_not_wait = "does_not_wait_for_it";
constexpr std::string_view not_its_object = "not_its_object";
constexpr std::string_view not_there = "money_not_there";

struct Fit {
    Kind kind;
    Why why;
};

/// What each kind is about: why its movement waits for people.
constexpr Fit fits[] = {
    {Kind::movement_happened, Why::in_review},
    {Kind::movement_to_repeat, Why::in_review},
    {Kind::movement_to_drop, Why::in_review},
    {Kind::paid_by_other_means, Why::refund_refused},
    {Kind::paid_by_other_means, Why::payout_refused},
    {Kind::movement_made_good, Why::doubled},
};

MoneyOperationId subject_of(const Proposal& proposal)
{
    return stored(MoneyOperationId::parse(proposal.wish.subject));
}

bool is_fit(Transaction& tx, Kind kind, const MoneyOperationId& id)
{
    const auto why = operations::why_left(tx, id);
    return why && std::ranges::any_of(
                      fits, [&](const Fit& fit) { return fit.kind == kind && fit.why == *why; });
}

/// The object that people pointed at, as Mangopay shows it; nothing when there is none.
std::optional<Outcome> object_of(const flows::Context& context, const Proposal& proposal,
                                 const Operation& operation)
{
    const auto& id = proposal.wish.evidence.at(std::string(name(Proof::mangopay_id)));
    constexpr int no_such_thing = 404;
    auto outcome = context.gateway.read(operation.plan.kind, ResourceId(id));
    if (const auto* rejected = std::get_if<Rejected>(&outcome)) {
        if (rejected->status == no_such_thing) return {};
    }
    const auto* resource = operations::resource_in(outcome);
    if (resource == nullptr) throw NoAnswer("no object that people pointed at");
    if (resource->tag != operation.id.text()) return {};
    return outcome;
}

/// Each answers why it is impossible; "" when it is done.
std::string_view happened(Transaction& tx, const Operation& operation,
                          const std::optional<Outcome>& object)
{
    if (!object) return not_its_object;
    const auto* resource = operations::resource_in(*object);
    if (!operations::point_out(tx, operation.id, resource->id)) return not_its_object;
    const auto change = operations::record(tx, operation.id, *object);
    if (!change) return not_its_object; // another sum than was asked for
    flows::follow(tx, *change);
    return {};
}

std::string_view did_not_happen(Transaction& tx, const Operation& operation, bool wanted_still)
{
    const auto change = operations::deny(tx, operation.id, wanted_still);
    if (!change) return does_not_wait;
    flows::follow(tx, *change);
    const auto& plan = operation.plan;
    if (wanted_still && plan.kind == payments::Kind::transfer && plan.order_id)
        events::announce(tx, {events::Kind::release_due, plan.order_id->text()});
    return {};
}

std::string_view paid(Transaction& tx, const Operation& operation)
{
    const bool is_refund = operation.plan.kind == payments::Kind::refund;
    const auto& wallet = operation.plan.debited_wallet_id;
    const auto source = is_refund && operation.plan.order_id
                            ? ledger::held_of(wallet, *operation.plan.order_id)
                            : ledger::free_of(wallet);
    if (ledger::available(tx, source).minor() < operation.plan.amount.minor()) return not_there;
    if (!operations::pay_otherwise(tx, operation.id)) return does_not_wait;
    if (is_refund) {
        flows::refunds::paid_by_other_means(tx, operation);
    } else {
        flows::payouts::paid_by_other_means(tx, operation);
    }
    mail::notify(tx, operation.plan.account_id, mail::Template::paid_by_other_means);
    return {};
}

std::string_view done(Transaction& tx, const Proposal& proposal, const Operation& operation,
                      const std::optional<Outcome>& object)
{
    switch (proposal.wish.kind) {
    case Kind::movement_happened: return happened(tx, operation, object);
    case Kind::movement_to_repeat: return did_not_happen(tx, operation, true);
    case Kind::movement_to_drop: return did_not_happen(tx, operation, false);
    case Kind::paid_by_other_means: return paid(tx, operation);
    case Kind::movement_made_good:
        return operations::make_good(tx, operation.id) ? std::string_view() : does_not_wait;
    case Kind::start_new_series:
    case Kind::accept_series_date: break; // of no movement: they fit none
    }
    return does_not_wait;
}

} // namespace

proposals::Stake require_fit(Transaction& tx, const proposals::Wish& wish)
{
    auto stake = stake_of(tx, wish.subject);
    if (!stake) {
        throw Refused(
            Refusal::invalid_fields,
            {"Ce mouvement d'argent n'existe pas.", "There is no such movement of money."},
            {{"subject",
              {"L'identifiant d'un mouvement de la liste de l'argent qui attend.",
               "The id of a movement from the list of money that waits."}}});
    }
    if (is_fit(tx, wish.kind, stored(MoneyOperationId::parse(wish.subject))))
        return std::move(*stake);
    throw Refused(Refusal::action_unavailable,
                  {"Ce mouvement d'argent n'attend pas une telle décision.",
                   "This movement of money does not wait for such a decision."});
}

void carry_out(const flows::Context& context, const ProposalId& id)
{
    const auto asked = context.db.read_latest([&](Transaction& tx) {
        auto found = proposals::find(tx, id);
        auto about = operations::find(tx, subject_of(found));
        return std::pair(std::move(found), std::move(about));
    });
    const auto& proposal = asked.first;
    const auto& operation = asked.second;
    const bool is_pointed_at = proposal.wish.kind == Kind::movement_happened;
    const auto object =
        is_pointed_at ? object_of(context, proposal, operation) : std::optional<Outcome>();
    context.db.transaction([&](Transaction& tx) {
        const auto taken = proposals::take_up(tx, id);
        if (!taken) return;
        const bool fits_still = is_fit(tx, taken->wish.kind, operation.id);
        proposals::close(tx, *taken,
                         fits_still ? done(tx, *taken, operation, object) : does_not_wait);
    });
}

} // namespace payments::decisions
