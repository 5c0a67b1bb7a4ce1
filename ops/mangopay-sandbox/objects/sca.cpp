#include "ops/mangopay-sandbox/objects/sca.hpp"

#include <nlohmann/json.hpp>

#include "ops/mangopay-sandbox/objects/user_standing.hpp"
#include "ops/mangopay-sandbox/world/alarms.hpp"
#include "ops/mangopay-sandbox/world/events.hpp"

namespace mangopay_sandbox::sca {

using nlohmann::json;
using namespace std::chrono;

namespace {

constexpr auto session_lasts = minutes{10};

json pending(const std::string& redirect_url)
{
    return {{"RedirectUrl", redirect_url}};
}

} // namespace

std::string open(World& world, Purpose purpose, const std::string& user, const std::string& object)
{
    const auto token = fresh_id(world, "");
    world.state.put(Kind::session, token,
                    {{"Id", token},
                     {"Purpose", static_cast<int>(purpose)},
                     {"UserId", user},
                     {"ObjectId", object}});
    set_alarm(world, AlarmKind::session, world.now + session_lasts, token);
    return world.settings.public_url + "/pages/" + world.settings.client_id + "/sca?token=" + token;
}

void ask_enrollment(World& world, json& user)
{
    const auto id = user.at("Id").get<std::string>();
    advance(world, Machine::user, user, Action::ask);
    user["_ScaStarted"] = true;
    if (is_bypassed(user)) {
        advance(world, Machine::user, user, Action::accept);
        user["_Enrolled"] = world.seconds();
        user["PendingUserAction"] = nullptr;
    } else {
        user["PendingUserAction"] = pending(open(world, Purpose::enrollment, id, id));
    }
}

Answer enroll(World& world, const Call& call)
{
    auto user = users::find_open(world, call.capture("id"));
    if (!users::is_owner(user)) {
        throw Rejected(400, "not_allowed_for_user_category_payer",
                       "This action is not allowed for users of the category PAYER");
    }
    const auto id = user.at("Id").get<std::string>();
    user["_ScaStarted"] = true;
    user["PendingUserAction"] = pending(open(world, Purpose::enrollment, id, id));
    const auto shown_action = user.at("PendingUserAction");
    if (user.at("UserStatus") == "ACTIVE") user["PendingUserAction"] = nullptr;
    save(world, Kind::user, user);
    return answer({{"PendingUserAction", shown_action}});
}

Answer status(World& world, const Call& call)
{
    const auto user = find(world, Kind::user, call.capture("id"));
    if (!user.value("_ScaStarted", false)) throw unknown_resource("ScaStatus", call.capture("id"));
    return answer({{"UserStatus", user.at("UserStatus")},
                   {"IsEnrolled", user.contains("_Enrolled")},
                   {"LastEnrollmentDate", user.value("_Enrolled", json(nullptr))},
                   {"LastConsentCollectionDate", nullptr},
                   {"ConsentScope",
                    {{"ContactInformationUpdate", false},
                     {"RecipientRegistration", false},
                     {"Transfer", false},
                     {"ViewAccountInformation", false}}}});
}

bool is_bypassed(const json& user)
{
    const auto accepts = [](const json& person) {
        const auto email = person.find("Email");
        return email != person.end() && email->is_string() &&
               email->get_ref<const std::string&>().find("accept") != std::string::npos;
    };
    const auto representative = user.find("LegalRepresentative");
    return accepts(user) || (representative != user.end() && representative->is_object() &&
                             accepts(*representative));
}

void guard_view(World& world, const Call& call, const json& user)
{
    if (!users::is_owner(user)) return;
    const auto context = call.parameter("ScaContext").value_or("USER_PRESENT");
    if (context != "USER_PRESENT" && context != "USER_NOT_PRESENT") {
        throw param_error({{"ScaContext", "The requested value '" + context + "' was not found."}});
    }
    if (context == "USER_NOT_PRESENT") {
        throw Rejected(403, "sca_proxy_missing", "The user has not given consent to the platform");
    }
    if (is_bypassed(user) || user.value("_ViewUntil", std::int64_t{0}) > world.seconds()) return;
    Answer ask{401, "", {}};
    const auto id = user.at("Id").get<std::string>();
    ask.headers.push_back({"www-authenticate", "PendingUserAction RedirectUrl=" +
                                                   open(world, Purpose::wallet_view, id, id)});
    throw Rejected(std::move(ask));
}

} // namespace mangopay_sandbox::sca
