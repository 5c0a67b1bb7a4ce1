#include "payments/hooks/hooks.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "payments/flows/dispatch.hpp"
#include "payments/flows/follow.hpp"
#include "payments/hooks/hook.hpp"
#include "payments/hooks/hook_store.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/operations/operations.hpp"
#include "payments/payment_accounts/payment_accounts.hpp"

namespace payments::hooks {

namespace {

using domain::Transaction;
using operations::Operation;

/// Ids become part of a path: anything that is not one is not worth asking about.
bool is_resource_id(std::string_view text)
{
    constexpr std::size_t longest = 128;
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= longest && std::ranges::all_of(text, is_plain);
}

constexpr std::chrono::days known_to_mangopay{45};
constexpr std::chrono::hours overlap{1}; // dates are when it happened, not when it was listed

/// The operation that made a resource: known by its id, or, when the call overtook the answer
/// to our own request, by its tag. A tag of something else's proves nothing.
std::optional<Operation> operation_of(Transaction& tx, Kind kind, const Resource& resource)
{
    if (auto known = operations::find_by_resource(tx, kind, resource.id)) return known;
    const auto tag = domain::MoneyOperationId::parse(resource.tag);
    if (!tag) return {};
    auto tagged = operations::maybe_find(tx, *tag);
    if (!tagged || tagged->plan.kind != kind || !tagged->resource_id.empty()) return {};
    return tagged;
}

void read_movement(const flows::Context& context, Kind kind, const ResourceId& id)
{
    const auto outcome = context.gateway.read(kind, id);
    if (const auto* unreachable = std::get_if<Unreachable>(&outcome)) {
        throw NoAnswer(unreachable->why);
    }
    const auto* resource = operations::resource_in(outcome);
    if (resource == nullptr) return; // Mangopay does not know it
    const auto operation =
        context.db.read([&](Transaction& tx) { return operation_of(tx, kind, *resource); });
    if (operation) flows::settle(context, operation->id, outcome);
}

void read_payout_refund(const flows::Context& context, const ResourceId& id)
{
    const auto outcome = context.gateway.read(Kind::refund, id);
    if (const auto* unreachable = std::get_if<Unreachable>(&outcome)) {
        throw NoAnswer(unreachable->why);
    }
    const auto* refund = std::get_if<Succeeded>(&outcome);
    if (refund == nullptr) return;
    const auto payout_id = refund->resource.initial_id;
    // The payout's own success may not have reached us yet, and comes first.
    read_movement(context, Kind::payout, payout_id);
    context.db.transaction([&](Transaction& tx) {
        const auto payout = operations::find_by_resource(tx, Kind::payout, payout_id);
        if (!payout) return;
        const auto change = operations::record_return(tx, payout->id, "payout_returned");
        if (change) flows::follow(tx, *change);
    });
}

void read_user(const flows::Context& context, const UserId& id)
{
    const auto user = context.gateway.user(id);
    if (!user) return;
    const auto blocking = context.gateway.blocking(id);
    context.db.transaction(
        [&](Transaction& tx) { payment_accounts::user_seen(tx, *user, blocking); });
}

void read_verification(const flows::Context& context, const VerificationId& id)
{
    const auto verification = context.gateway.verification(id);
    if (!verification) return;
    context.db.transaction(
        [&](Transaction& tx) { payment_accounts::verification_seen(tx, *verification); });
    // Its verdict is about the user, whose level may have risen with it.
    if (!verification->user_id.empty()) read_user(context, verification->user_id);
}

void read_recipient(const flows::Context& context, const RecipientId& id)
{
    const auto recipient = context.gateway.recipient(id);
    if (!recipient) return;
    context.db.transaction(
        [&](Transaction& tx) { payment_accounts::recipient_seen(tx, *recipient); });
}

std::int64_t backfill_one(const flows::Context& context, std::string_view event_type)
{
    const auto now = context.db.now();
    const auto seconds = [](domain::Instant at) {
        return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
    };
    const auto read_before =
        context.db.read([&](Transaction& tx) { return read_until(tx, event_type); });
    // A little younger than what Mangopay still lists: older dates are refused.
    const auto oldest = now - known_to_mangopay + overlap;
    const auto from = std::max(oldest, domain::instant_of(read_before * 1'000'000) -
                                           std::chrono::microseconds(overlap));
    std::int64_t missing = 0;
    const auto events = context.gateway.events(std::string(event_type), from);
    context.db.transaction([&](Transaction& tx) {
        missing = 0;
        for (const auto& event : events)
            missing += note(tx, event.event_type, event.resource_id, event.date, Source::events);
        set_read_until(tx, event_type, seconds(now));
    });
    return missing;
}

} // namespace

void received(Transaction& tx, std::string_view event_type, const ResourceId& resource,
              std::int64_t date)
{
    if (!is_resource_id(resource.text()) || !subject_of(event_type)) return;
    note(tx, event_type, resource, date, Source::hook);
}

void read_again(const flows::Context& context, std::string_view event_type,
                const ResourceId& resource)
{
    const auto subject = subject_of(event_type);
    if (!subject) return;
    switch (*subject) {
    case Subject::pay_in: return read_movement(context, Kind::pay_in, resource);
    case Subject::transfer: return read_movement(context, Kind::transfer, resource);
    case Subject::payout: return read_movement(context, Kind::payout, resource);
    case Subject::refund: return read_movement(context, Kind::refund, resource);
    case Subject::payout_refund: return read_payout_refund(context, resource);
    case Subject::user: return read_user(context, UserId(resource.text()));
    case Subject::verification: return read_verification(context, VerificationId(resource.text()));
    case Subject::recipient: return read_recipient(context, RecipientId(resource.text()));
    }
}

std::int64_t ensure(const flows::Context& context, const std::string& url)
{
    std::map<std::string, HookState, std::less<>> known;
    for (auto& hook : context.gateway.hooks())
        known.emplace(hook.event_type, std::move(hook));
    std::int64_t touched = 0;
    for (const auto& wanted : subscriptions()) {
        const auto found = known.find(wanted.event_type);
        if (found == known.end()) {
            context.gateway.create_hook(std::string(wanted.event_type), url);
            ++touched;
        } else if (!found->second.enabled || !found->second.valid || found->second.url != url) {
            context.gateway.repair_hook(found->second.id, url);
            ++touched;
        }
    }
    return touched;
}

std::int64_t backfill(const flows::Context& context)
{
    std::int64_t missing = 0;
    for (const auto& wanted : subscriptions())
        missing += backfill_one(context, wanted.event_type);
    return missing;
}

} // namespace payments::hooks
