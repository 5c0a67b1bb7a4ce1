#include "payments/operations/operations.hpp"

#include <algorithm>
#include <chrono>

#include "domain/core/log.hpp"
#include "domain/events/event_store.hpp"
#include "payments/operations/left_to_people_store.hpp"
#include "payments/operations/operation_store.hpp"

namespace payments::operations {

namespace {

using domain::Level;

/// Takes a locked operation along `action`; false when the table has no such step.
bool move(Transaction& tx, Operation& operation, Action action, Party party, std::string_view code)
{
    const auto to = lifecycle.next(operation.state, action, party);
    if (!to) return false;
    note_step(tx, operation.id, {operation.state, action, party, *to}, code);
    operation.state = *to;
    operation.due_at = tx.now + patience(operation.plan.kind, *to, operation.attempts);
    return true;
}

void take_over(Operation& operation, const Outcome& outcome)
{
    operation.result_code = code_of(outcome);
    operation.redirect_url.clear();
    const auto* resource = resource_in(outcome);
    if (resource == nullptr) return;
    operation.resource_id = resource->id;
    if (operation.state == State::created) operation.redirect_url = resource->redirect_url;
}

/// What Mangopay shows is not what was asked for: nothing is booked. Read again, it may be right,
/// but where another has its place.
void leave_to_people(Transaction& tx, Operation& operation, const ResourceId& resource, Action news)
{
    const auto action = news == Action::double_up ? news : Action::disagree;
    if (!move(tx, operation, action, Party::mangopay, amount_differs)) return;
    operation.result_code = amount_differs;
    operation.resource_id = resource;
    operation.redirect_url.clear();
    save(tx, operation);
    domain::log(Level::error, "money_operation_disagrees",
                {{"operation", operation.id.text()}, {"resource", resource.text()}});
}

/// What `outcome` does to the operation. Of one that was given up only success is news, and that
/// only once: it may be one too many.
std::optional<Action> told(Transaction& tx, const Operation& operation, const Outcome& outcome)
{
    const auto action = action_of(outcome);
    if (!is_given_up(operation.state)) return action;
    if (action != Action::succeed || !moves_money(operation.plan.kind)) return {};
    if (has_been(tx, operation.id, State::succeeded)) return {}; // before the bank sent it back
    const bool is_one_too_many =
        operation.state == State::paid_by_other_means || has_successor(tx, operation);
    return is_one_too_many ? Action::double_up : Action::succeed;
}

/// People may look, once more, at what was given up.
bool was_given_up(Transaction& tx, const MoneyOperationId& id)
{
    return std::ranges::any_of(given_up, [&](State state) { return has_been(tx, id, state); });
}

void log_late_news(const Change& change)
{
    if (!change.is_late()) return;
    domain::log(Level::error, "money_operation_happened_after_all",
                {{"operation", change.operation.id.text()},
                 {"state", std::string(name(change.operation.state))}});
}

void log_refusal(const Operation& operation, const Outcome& outcome)
{
    const auto* rejected = std::get_if<Rejected>(&outcome);
    if (rejected == nullptr) return;
    // The fields' names only: their messages may quote what people entered.
    std::string fields;
    for (const auto& [field, message] : rejected->fields)
        fields += (fields.empty() ? "" : " ") + field;
    domain::log(Level::warning, "money_operation_rejected",
                {{"operation", operation.id.text()},
                 {"kind", std::string(name(operation.plan.kind))},
                 {"status", std::to_string(rejected->status)},
                 {"type", rejected->type},
                 {"fields", fields}});
}

} // namespace

Operation plan(Transaction& tx, const Plan& plan)
{
    auto operation = insert(tx, plan, State::planned);
    if (!operation) {
        auto live = find_live(tx, plan.intent);
        domain::check(live.has_value(), "an intent that is taken has its operation");
        return std::move(*live);
    }
    domain::events::announce(tx, {domain::events::Kind::money_operation_due, operation->id.text()});
    return std::move(*operation);
}

std::optional<Operation> plan_to_send_now(Transaction& tx, const Plan& plan)
{
    return insert(tx, plan, State::sending);
}

void wake(Transaction& tx, const AccountId& account, Role role)
{
    for (const auto& id : planned_of(tx, account, role))
        domain::events::announce(tx, {domain::events::Kind::money_operation_due, id.text()});
}

bool claim(Transaction& tx, const Operation& planned)
{
    auto operation = lock(tx, planned.id);
    if (operation.version != planned.version) return false;
    operation.plan = planned.plan;
    const auto action = operation.state == State::planned ? Action::send : Action::resend;
    ++operation.attempts;
    if (!move(tx, operation, action, Party::us, "")) return false;
    if (!operation.first_sent_at) operation.first_sent_at = tx.now;
    save(tx, operation);
    return true;
}

bool take_back(Transaction& tx, const Operation& planned)
{
    auto operation = lock(tx, planned.id);
    const bool same_claim = operation.version == planned.version + 1;
    if (planned.state != State::planned || !same_claim) return false;
    if (!move(tx, operation, Action::take_back, Party::us, "")) return false;
    operation.first_sent_at.reset();
    save(tx, operation);
    return true;
}

std::optional<Change> record(Transaction& tx, const MoneyOperationId& id, const Outcome& outcome)
{
    auto operation = lock(tx, id);
    const auto from = operation.state;
    const auto action = told(tx, operation, outcome);
    if (!action) {
        if (from == State::sending) lose(tx, id);
        return {};
    }
    const auto* resource = resource_in(outcome);
    if (resource != nullptr && !agrees(operation, *resource)) {
        leave_to_people(tx, operation, resource->id, *action);
        return {};
    }
    const bool was_over = was_given_up(tx, id);
    if (!move(tx, operation, *action, Party::mangopay, code_of(outcome))) return {};
    take_over(operation, outcome);
    save(tx, operation);
    log_refusal(operation, outcome);
    auto copy = resource == nullptr ? std::nullopt : std::optional(*resource);
    Change change{std::move(operation), from, was_over, std::move(copy)};
    log_late_news(change);
    return change;
}

namespace {

/// One step with its reason; nothing when the lifecycle does not know it.
std::optional<Change> moved(Transaction& tx, const MoneyOperationId& id, Action action, Party party,
                            std::string_view code)
{
    auto operation = lock(tx, id);
    const auto from = operation.state;
    if (!move(tx, operation, action, party, code)) return {};
    operation.result_code = code;
    save(tx, operation);
    return Change{std::move(operation), from};
}

} // namespace

std::optional<Change> record_return(Transaction& tx, const MoneyOperationId& id,
                                    std::string_view code)
{
    if (find(tx, id).result_code == amount_differs) return {}; // it was not booked either
    return moved(tx, id, Action::come_back, Party::mangopay, code);
}

void lose(Transaction& tx, const MoneyOperationId& id)
{
    auto operation = lock(tx, id);
    if (move(tx, operation, Action::lose, Party::clock, "")) save(tx, operation);
}

std::optional<Change> drop(Transaction& tx, const MoneyOperationId& id, std::string_view code)
{
    return moved(tx, id, Action::drop, Party::us, code);
}

void give_up(Transaction& tx, const MoneyOperationId& id)
{
    auto operation = lock(tx, id);
    if (!move(tx, operation, Action::give_up, Party::clock, "")) return;
    save(tx, operation);
    domain::log(Level::error, "money_operation_needs_people", {{"operation", operation.id.text()}});
}

bool point_out(Transaction& tx, const MoneyOperationId& id, const ResourceId& resource)
{
    auto operation = lock(tx, id);
    const auto its_operation = find_by_resource(tx, operation.plan.kind, resource);
    if (its_operation && its_operation->id != id) return false;
    if (!move(tx, operation, Action::point_out, Party::people, "")) return false;
    operation.resource_id = resource;
    operation.due_at = tx.now;
    save(tx, operation);
    return true;
}

std::optional<Change> deny(Transaction& tx, const MoneyOperationId& id, bool wanted_still)
{
    return moved(tx, id, Action::deny, Party::people, wanted_still ? not_made : not_wanted);
}

std::optional<Change> pay_otherwise(Transaction& tx, const MoneyOperationId& id)
{
    const auto operation = lock(tx, id);
    const auto why = why_left(tx, id);
    if (why != Why::refund_refused && why != Why::payout_refused) return {};
    return moved(tx, id, Action::pay_otherwise, Party::people, operation.result_code);
}

std::optional<Change> make_good(Transaction& tx, const MoneyOperationId& id)
{
    const auto operation = lock(tx, id);
    return moved(tx, id, Action::make_good, Party::people, operation.result_code);
}

void postpone(Transaction& tx, const MoneyOperationId& id)
{
    auto operation = lock(tx, id);
    if (is_settled(operation.state)) return;
    ++operation.attempts;
    operation.due_at = tx.now + patience(operation.plan.kind, operation.state, operation.attempts);
    save(tx, operation);
}

void await_listing(Transaction& tx, const MoneyOperationId& id)
{
    constexpr std::chrono::microseconds at_least = std::chrono::seconds{3};
    auto operation = lock(tx, id);
    if (operation.state != State::unknown) return;
    const auto sent_at = last_sent_at(tx, operation);
    const auto as_long_again = std::max(tx.now - sent_at, at_least);
    operation.due_at =
        std::min(sent_at + listed_within(operation.plan.kind), tx.now + as_long_again);
    save(tx, operation);
}

} // namespace payments::operations
