#include "payments/operations/operation.hpp"

#include <algorithm>

#include "payments/gateway/result_codes.hpp"

namespace payments::operations {

using std::chrono::seconds;

std::optional<Action> action_of(const Outcome& outcome)
{
    if (std::holds_alternative<Succeeded>(outcome)) return Action::succeed;
    if (std::holds_alternative<Pending>(outcome)) return Action::create;
    if (std::holds_alternative<Declined>(outcome)) return Action::fail;
    if (std::holds_alternative<Rejected>(outcome)) return Action::fail;
    return {};
}

const Resource* resource_in(const Outcome& outcome)
{
    if (const auto* succeeded = std::get_if<Succeeded>(&outcome)) return &succeeded->resource;
    if (const auto* pending = std::get_if<Pending>(&outcome)) return &pending->resource;
    if (const auto* declined = std::get_if<Declined>(&outcome)) return &declined->resource;
    return nullptr;
}

std::string code_of(const Outcome& outcome)
{
    if (const auto* declined = std::get_if<Declined>(&outcome)) {
        return declined->resource.result_code;
    }
    if (const auto* rejected = std::get_if<Rejected>(&outcome)) {
        return rejected->type.empty() ? "http_" + std::to_string(rejected->status) : rejected->type;
    }
    return {};
}

bool is_refused_for_good(const Operation& operation)
{
    const auto kind = operation.plan.kind;
    const bool gives_back = kind == Kind::refund || kind == Kind::payout;
    return gives_back && operation.state == State::failed &&
           explain(operation.result_code).again == Again::never;
}

bool agrees(const Operation& operation, const Resource& resource)
{
    if (!moves_money(operation.plan.kind)) return true;
    const bool same_amount = !resource.debited || *resource.debited == operation.plan.amount;
    const bool same_fees = !resource.fees || *resource.fees == operation.plan.fees;
    return same_amount && same_fees;
}

namespace {

/// Whether somebody sits before a screen until it is made.
bool is_waited_for(Kind kind)
{
    return kind == Kind::pay_in || kind == Kind::verification || kind == Kind::user ||
           kind == Kind::wallet;
}

} // namespace

seconds patience(Kind kind, State state, std::int64_t attempts)
{
    const auto doublings = std::min<std::int64_t>(std::max<std::int64_t>(attempts - 1, 0), 9);
    const auto doubled = seconds{3} * (1 << doublings);
    switch (state) {
    case State::planned: // the event was lost, or its worker; or nothing could be sent
        if (attempts > 0) return std::min(doubled, seconds{120});
        return is_waited_for(kind) ? seconds{5} : seconds{30};
    case State::sending:
        // Longer than a call may take. Where somebody waits, rather asked under the same key while
        // a slow call may still be on its way: Mangopay carries a key out once.
        return is_waited_for(kind) ? seconds{10} : seconds{90};
    case State::unknown:
    case State::manual_review: return std::min(doubled, seconds{900});
    case State::created:
        // A hosted card page lives 15 minutes; a bank takes hours.
        return kind == Kind::payout ? seconds{3600} : seconds{120};
    case State::succeeded:
    case State::failed:
    case State::returned:
    case State::paid_by_other_means:
    case State::doubled:
    case State::made_good: return seconds{0};
    }
    return seconds{0};
}

seconds listed_within(Kind kind)
{
    const bool takes_money = kind == Kind::transfer || kind == Kind::refund || kind == Kind::payout;
    return takes_money ? seconds{300} : seconds{5};
}

} // namespace payments::operations
