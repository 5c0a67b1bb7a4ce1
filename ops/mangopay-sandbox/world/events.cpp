#include "ops/mangopay-sandbox/world/events.hpp"

#include <nlohmann/json.hpp>

#include "ops/mangopay-sandbox/world/notifications.hpp"

namespace mangopay_sandbox {

using nlohmann::json;

namespace {

std::string_view state_field(Machine machine)
{
    if (machine == Machine::user) return "UserStatus";
    return machine == Machine::hook ? "Validity" : "Status";
}

} // namespace

bool advance(World& world, Machine machine, json& document, Action action)
{
    auto& state = document[std::string(state_field(machine))];
    const auto* step = next(machine, state.get_ref<const std::string&>(), action);
    if (!step) return false;
    state = step->to;
    for (const auto hook : step->hooks) {
        if (!hook.empty()) announce(world, hook, document.at("Id").get<std::string>());
    }
    return true;
}

void announce(World& world, std::string_view event_type, const std::string& id)
{
    world.state.put(Kind::event, fresh_id(world, "event_"),
                    {{"ResourceId", id}, {"EventType", event_type}, {"Date", world.seconds()}});
    hooks::notify(world, event_type, id);
}

} // namespace mangopay_sandbox
