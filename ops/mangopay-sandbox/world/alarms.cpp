#include "ops/mangopay-sandbox/world/alarms.hpp"

#include <nlohmann/json.hpp>

namespace mangopay_sandbox {

void set_alarm(World& world, AlarmKind kind, domain::Instant at, const std::string& id)
{
    world.state.put(Kind::alarm, fresh_id(world, "alarm_"),
                    {{"Kind", static_cast<int>(kind)}, {"Of", id}, {"_Due", domain::micros(at)}});
}

} // namespace mangopay_sandbox
