#include "ops/mangopay-sandbox/objects/sca_decisions.hpp"

#include <nlohmann/json.hpp>

#include <vector>

#include "ops/mangopay-sandbox/objects/recipients.hpp"
#include "ops/mangopay-sandbox/objects/sca.hpp"
#include "ops/mangopay-sandbox/objects/transfers.hpp"
#include "ops/mangopay-sandbox/world/events.hpp"

namespace mangopay_sandbox::sca {

using nlohmann::json;
using namespace std::chrono;

namespace {

constexpr auto view_lasts = days{180};

void enrolled(World& world, json& user, Action action)
{
    advance(world, Machine::user, user, action);
    if (action == Action::accept) {
        user["PendingUserAction"] = nullptr;
        user["_Enrolled"] = world.seconds();
    }
    save(world, Kind::user, user);
}

} // namespace

bool decide(World& world, const std::string& token, Action action)
{
    const auto* known = world.state.maybe_find(Kind::session, token);
    if (!known) return false;
    const auto session = *known;
    world.state.erase(Kind::session, token);

    const auto object = session.at("ObjectId").get<std::string>();
    auto user = find(world, Kind::user, session.at("UserId").get<std::string>());
    switch (static_cast<Purpose>(session.at("Purpose").get<int>())) {
    case Purpose::enrollment: enrolled(world, user, action); break;
    case Purpose::recipient: recipients::decide(world, object, action); break;
    case Purpose::transfer: transfers::decide(world, object, action); break;
    case Purpose::wallet_view:
        if (action != Action::accept) break;
        user["_ViewUntil"] = world.seconds() + duration_cast<seconds>(view_lasts).count();
        save(world, Kind::user, user);
        break;
    }
    return true;
}

int decide_all(World& world, const std::string& user, Action action)
{
    std::vector<std::string> open;
    world.state.each(Kind::session, [&](const std::string& token, const json& session) {
        if (session.at("UserId") == user) open.push_back(token);
    });
    for (const auto& token : open)
        decide(world, token, action);
    return static_cast<int>(open.size());
}

} // namespace mangopay_sandbox::sca
