#include "ops/mangopay-sandbox/client/time_passes.hpp"

#include <nlohmann/json.hpp>

#include "ops/mangopay-sandbox/objects/payins.hpp"
#include "ops/mangopay-sandbox/objects/payouts.hpp"
#include "ops/mangopay-sandbox/objects/sca_decisions.hpp"
#include "ops/mangopay-sandbox/objects/verifications.hpp"
#include "ops/mangopay-sandbox/world/alarms.hpp"

namespace mangopay_sandbox {

namespace {

void ring(World& world, AlarmKind kind, const std::string& id)
{
    switch (kind) {
    case AlarmKind::payin: payins::expire(world, id); return;
    case AlarmKind::session: sca::decide(world, id, Action::expire); return;
    case AlarmKind::verification: verifications::decide(world, id, Action::expire); return;
    case AlarmKind::payout: payouts::complete(world, id); return;
    }
}

} // namespace

void pass_time(World& world)
{
    const auto now = world.now;
    while (const auto id = world.state.due(Kind::alarm, now)) {
        const auto alarm = *world.state.maybe_find(Kind::alarm, *id);
        world.state.erase(Kind::alarm, *id);
        world.now = domain::instant_of(alarm.at("_Due").get<std::int64_t>());
        ring(world, static_cast<AlarmKind>(alarm.at("Kind").get<int>()),
             alarm.at("Of").get<std::string>());
    }
    world.now = now;
}

} // namespace mangopay_sandbox
