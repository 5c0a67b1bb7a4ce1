#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ops/mangopay-sandbox/wire.hpp"
#include "ops/mangopay-sandbox/world.hpp"

/// Hooks and the notifications they owe (mangopay.md's "Webhooks on the wire"): at least once,
/// in no order; 200 within 2 s or again every 10 minutes for an hour, then every 8 hours for
/// 3 days; 100 failures in a row and the hook is INVALID.
namespace mangopay_sandbox::hooks {

Answer create(World& world, const Call& call);
Answer edit(World& world, const Call& call);
Answer get(World& world, const Call& call);
Answer list(World& world, const Call& call);
Answer events(World& world, const Call& call);

/// Makes the hook of `event_type`, if one listens, owe a notification.
void notify(World& world, std::string_view event_type, const std::string& id);

struct Notification {
    std::string id;
    std::string url; // complete, with the three parameters
};

/// The next notification to send now.
std::optional<Notification> due(World& world);

/// What became of an attempt.
void record(World& world, const std::string& delivery, bool delivered);

/// Sends everything owed now, whatever the calendar says.
void hurry(World& world);

/// Lets the notifications go that hook_reorder held back, in this order.
void release(World& world, const std::vector<std::string>& deliveries);

} // namespace mangopay_sandbox::hooks
