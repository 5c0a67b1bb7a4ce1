#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ops/mangopay-sandbox/world/world.hpp"

/// What hooks owe, and when it leaves. Whether it arrived is for hooks.hpp to judge.
namespace mangopay_sandbox::hooks {

/// The one hook of that type, if there is one.
std::optional<nlohmann::json> of_type(const World& world, std::string_view event_type);

/// Makes the hook of `event_type`, if one listens, owe a notification.
void notify(World& world, std::string_view event_type, const std::string& id);

struct Notification {
    std::string id;
    std::string url; // complete, with the three parameters
};

/// The next notification to send now.
std::optional<Notification> due(World& world);

/// Sends everything owed now, whatever the calendar says.
void hurry(World& world);

/// Lets the notifications go that hook_reorder held back, in this order.
void release(World& world, const std::vector<std::string>& deliveries);

} // namespace mangopay_sandbox::hooks
