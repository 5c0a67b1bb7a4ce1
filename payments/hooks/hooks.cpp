#include "payments/hooks/hooks.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "payments/hooks/hook.hpp"
#include "payments/hooks/hook_store.hpp"
#include "payments/hooks/movements.hpp"
#include "payments/hooks/payout_returns.hpp"
#include "payments/payment_accounts/payment_accounts.hpp"
#include "payments/payment_accounts/renewals.hpp"

namespace payments::hooks {

namespace {

using domain::Transaction;

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

void read_user(const flows::Context& context, const UserId& id)
{
    const auto user = context.gateway.user(id);
    if (!user) throw NoAnswer("no user " + id.text());
    const auto blocking = context.gateway.blocking(id);
    context.db.transaction(
        [&](Transaction& tx) { payment_accounts::user_seen(tx, *user, blocking); });
}

void remind(const flows::Context& context, const UserId& id)
{
    read_user(context, id);
    context.db.transaction([&](Transaction& tx) { payment_accounts::renewal_asked(tx, id); });
}

void read_verification(const flows::Context& context, const VerificationId& id)
{
    const auto verification = context.gateway.verification(id);
    if (!verification) throw NoAnswer("no verification " + id.text());
    context.db.transaction(
        [&](Transaction& tx) { payment_accounts::verification_seen(tx, *verification); });
    // Its verdict is about the user, whose level may have risen with it.
    if (!verification->user_id.empty()) read_user(context, verification->user_id);
}

void read_recipient(const flows::Context& context, const RecipientId& id)
{
    const auto recipient = context.gateway.recipient(id);
    if (!recipient) throw NoAnswer("no recipient " + id.text());
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
        context.db.read_latest([&](Transaction& tx) { return read_until(tx, event_type); });
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
    case Subject::payout_refund: return look_at_return(context, resource);
    case Subject::user: return read_user(context, UserId(resource.text()));
    case Subject::renewal: return remind(context, UserId(resource.text()));
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
