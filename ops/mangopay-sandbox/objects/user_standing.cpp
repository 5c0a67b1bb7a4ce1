#include "ops/mangopay-sandbox/objects/user_standing.hpp"

#include <nlohmann/json.hpp>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/events.hpp"

namespace mangopay_sandbox::users {

using nlohmann::json;

bool is_owner(const json& user)
{
    return user.at("UserCategory") == "OWNER" || user.at("UserCategory") == "PLATFORM";
}

bool is_verified(const json& user)
{
    return user.at("UserCategory") == "PLATFORM" ||
           (is_owner(user) && user.at("KYCLevel") == "REGULAR");
}

bool is_closed(const json& user)
{
    return user.at("UserStatus") == "CLOSED";
}

bool is_blocked(const json& user, std::string_view direction)
{
    if (is_closed(user)) return true;
    const auto scope = user.find("_Blocked");
    return scope != user.end() && scope->value(std::string(direction), false);
}

json find_open(const World& world, std::string_view id)
{
    auto user = find(world, Kind::user, id);
    if (is_closed(user)) {
        throw Rejected(400, "user_closed", "User closed: No action can be performed");
    }
    return user;
}

void set_kyc_level(World& world, json& user, std::string_view level)
{
    if (user.at("KYCLevel") == level) return;
    user["KYCLevel"] = level;
    announce(world, "USER_KYC_" + std::string(level), user.at("Id").get<std::string>());
}

void ask_renewal(World& world, json& user, std::string_view deadline)
{
    user["_KycInformation"] = {{"LastKycDate", nullptr}, {"KycRenewalDeadline", deadline}};
    announce(world, "USER_KYC_RENEWAL_REQUIRED", user.at("Id").get<std::string>());
}

void renewed(World& world, json& user)
{
    if (user.erase("_KycInformation") != 0)
        announce(world, "USER_KYC_RENEWED", user.at("Id").get<std::string>());
}

void close_by_force(World& world, json& user)
{
    if (!advance(world, Machine::user, user, Action::close)) return;
    user["PendingUserAction"] = nullptr;
    save(world, Kind::user, user);
}

void block(World& world, json& user, const json& scope)
{
    const auto id = user.at("Id").get<std::string>();
    json blocked = json::object();
    for (const auto* direction : {"Inflows", "Outflows"}) {
        const bool before = is_blocked(user, direction);
        const bool after = scope.value(direction, before);
        blocked[direction] = after;
        if (before == after) continue;
        announce(world,
                 std::string(direction == std::string_view("Inflows") ? "USER_INFLOWS_"
                                                                      : "USER_OUTFLOWS_") +
                     (after ? "BLOCKED" : "UNBLOCKED"),
                 id);
    }
    const bool any = blocked.at("Inflows") == true || blocked.at("Outflows") == true;
    blocked["ActionCode"] = any ? scope.value("ActionCode", "008703") : "";
    user["_Blocked"] = blocked;
    save(world, Kind::user, user);
}

} // namespace mangopay_sandbox::users
