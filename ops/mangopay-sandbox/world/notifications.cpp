#include "ops/mangopay-sandbox/world/notifications.hpp"

#include <nlohmann/json.hpp>

namespace mangopay_sandbox::hooks {

using nlohmann::json;

namespace {

bool listens(const json& hook)
{
    return hook.at("Status") == "ENABLED" && hook.at("Validity") == "VALID";
}

std::string owe(World& world, const json& hook, const std::string& resource)
{
    auto id = fresh_id(world, "delivery_");
    world.state.put(Kind::delivery, id,
                    {{"HookId", hook.at("Id")},
                     {"EventType", hook.at("EventType")},
                     {"RessourceId", resource},
                     {"Date", world.seconds()},
                     {"Attempts", 0},
                     {"_Due", domain::micros(world.now + world.settings.hook_delay)}});
    return id;
}

std::string address(const json& hook, const json& delivery)
{
    auto url = hook.at("Url").get<std::string>();
    url += url.find('?') == url.npos ? '?' : '&';
    return url + "EventType=" + delivery.at("EventType").get<std::string>() +
           "&RessourceId=" + delivery.at("RessourceId").get<std::string>() +
           "&Date=" + std::to_string(delivery.at("Date").get<std::int64_t>());
}

} // namespace

std::optional<json> of_type(const World& world, std::string_view event_type)
{
    std::optional<json> found;
    world.state.each(Kind::hook, [&](const std::string&, const json& hook) {
        if (hook.at("EventType") == event_type) found = hook;
    });
    return found;
}

void notify(World& world, std::string_view event_type, const std::string& id)
{
    const auto hook = of_type(world, event_type);
    if (!hook || !listens(*hook)) return;
    if (world.faults.take(FaultKind::hook_suppress, event_type)) return;
    const auto delivery = owe(world, *hook, id);
    if (world.faults.take(FaultKind::hook_duplicate, event_type)) owe(world, *hook, id);

    std::vector<std::string> released;
    if (!world.faults.hold(event_type, delivery, released)) return;
    auto waiting = *world.state.maybe_find(Kind::delivery, delivery);
    waiting.erase("_Due");
    world.state.put(Kind::delivery, delivery, waiting);
    release(world, released);
}

void release(World& world, const std::vector<std::string>& deliveries)
{
    // All due now, even on a clock that stands still, in their order.
    auto at = domain::micros(world.now) - static_cast<std::int64_t>(deliveries.size());
    for (const auto& id : deliveries) {
        const auto* waiting = world.state.maybe_find(Kind::delivery, id);
        if (!waiting) continue;
        auto delivery = *waiting;
        delivery["_Due"] = at++;
        world.state.put(Kind::delivery, id, delivery);
    }
}

std::optional<Notification> due(World& world)
{
    while (const auto id = world.state.due(Kind::delivery, world.now)) {
        const auto& delivery = *world.state.maybe_find(Kind::delivery, *id);
        const auto* hook =
            world.state.maybe_find(Kind::hook, delivery.at("HookId").get<std::string>());
        if (hook && listens(*hook)) return Notification{*id, address(*hook, delivery)};
        world.state.erase(Kind::delivery, *id);
    }
    return {};
}

void hurry(World& world)
{
    std::vector<std::string> owed;
    world.state.each(Kind::delivery,
                     [&](const std::string& id, const json&) { owed.push_back(id); });
    release(world, owed);
}

} // namespace mangopay_sandbox::hooks
