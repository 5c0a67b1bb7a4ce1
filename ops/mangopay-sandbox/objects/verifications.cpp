#include "ops/mangopay-sandbox/objects/verifications.hpp"

#include <nlohmann/json.hpp>

#include "ops/mangopay-sandbox/objects/user_fields.hpp"
#include "ops/mangopay-sandbox/objects/user_standing.hpp"
#include "ops/mangopay-sandbox/world/alarms.hpp"
#include "ops/mangopay-sandbox/world/events.hpp"
#include "ops/mangopay-sandbox/world/lists.hpp"

namespace mangopay_sandbox::verifications {

using nlohmann::json;

namespace {

constexpr auto page_lasts = std::chrono::days{7};

json data_of(const json& user)
{
    json data = json::array();
    const auto add = [&](const char* type, const json& value) {
        if (value.is_null()) return;
        data.push_back({{"Type", type}, {"Value", value.is_string() ? value : json(value.dump())}});
    };
    if (user.at("PersonType") == "NATURAL") {
        add("FIRST_NAME", user.value("FirstName", json(nullptr)));
        add("LAST_NAME", user.value("LastName", json(nullptr)));
        add("BIRTHDATE", user.value("Birthday", json(nullptr)));
    } else {
        add("COMPANY_NAME", user.value("Name", json(nullptr)));
        add("COMPANY_NUMBER", user.value("CompanyNumber", json(nullptr)));
    }
    return data;
}

json checks_of(const World& world, const json& user, std::string_view status,
               const Findings& findings)
{
    json reasons = json::array();
    if (!findings.reason.empty()) {
        reasons.push_back({{"Type", findings.reason}, {"Value", findings.message}});
    }
    json checks = json::array();
    const auto add = [&](const char* type) {
        checks.push_back({{"CheckId", fresh_id(world, "idnchc_")},
                          {"Type", type},
                          {"CheckStatus", status},
                          {"Reasons", reasons},
                          {"CreationDate", world.seconds()},
                          {"LastUpdate", world.seconds()},
                          {"Data", status == "VALIDATED" ? data_of(user) : json::array()}});
    };
    add("IDENTITY_DOCUMENT_VERIFICATION");
    if (user.at("PersonType") == "LEGAL") add("BUSINESS_VERIFICATION");
    return checks;
}

} // namespace

Answer create(World& world, const Call& call)
{
    const auto user = users::find_open(world, call.capture("id"));
    Fields fields(call);
    const auto return_url = fields.text("ReturnUrl");
    const auto tag = fields.text_or("Tag", "", {0, 255});
    fields.finish();
    if (!users::is_owner(user)) {
        throw Rejected(400, "invalid_action",
                       "This feature is only available for users categorised as Owner.");
    }
    if (user.at("PersonType") == "LEGAL" && user.at("LegalPersonType") == "PARTNERSHIP") {
        throw Rejected(400, "invalid_action",
                       "This feature is not available for users of type PARTNERSHIP.");
    }
    const auto id = fresh_id(world, "idnver_");
    const auto session = fresh_id(world, "");
    const json verification = {{"Id", id},
                               {"Tag", fields.at("Tag") ? json(tag) : json(nullptr)},
                               {"CreationDate", world.seconds()},
                               {"LastUpdate", world.seconds()},
                               {"UserId", user.at("Id")},
                               {"HostedUrl", world.settings.public_url + "/pages/" +
                                                 world.settings.client_id + "/identity?id=" + id +
                                                 "&sessionId=" + session},
                               {"Status", "PENDING"},
                               {"ReturnUrl", return_url},
                               {"Checks", json::array()},
                               {"_Session", session}};
    announce(world, "IDENTITY_VERIFICATION_PENDING", id);
    set_alarm(world, AlarmKind::verification, world.now + page_lasts, id);
    save(world, Kind::verification, verification);
    return answer(shown(verification));
}

Answer get(World& world, const Call& call)
{
    return answer(shown(find(world, Kind::verification, call.capture("id"))));
}

Answer of_user(World& world, const Call& call)
{
    const auto user = find(world, Kind::user, call.capture("id"));
    return page(call, collected(world, Kind::verification, [&](const json& verification) {
                    return verification.at("UserId") == user.at("Id");
                }));
}

bool decide(World& world, const std::string& id, Action action, const Findings& findings)
{
    auto verification = find(world, Kind::verification, id);
    auto user = find(world, Kind::user, verification.at("UserId").get<std::string>());
    if (action == Action::review && user.at("PersonType") != "LEGAL") return false;
    if (!advance(world, Machine::verification, verification, action)) return false;
    verification["LastUpdate"] = world.seconds();
    if (action == Action::accept) {
        users::merge(user, *Fields(findings.verified).at(""));
        user["ProofOfIdentity"] = id;
        users::set_kyc_level(world, user, "REGULAR");
        users::renewed(world, user);
        save(world, Kind::user, user);
    }
    if (action != Action::expire) {
        verification["Checks"] =
            checks_of(world, user, verification.at("Status").get<std::string>(), findings);
    }
    save(world, Kind::verification, verification);
    return true;
}

void outdate_all(World& world, const std::string& user)
{
    std::vector<json> validated;
    world.state.each(Kind::verification, [&](const std::string&, const json& verification) {
        if (verification.at("UserId") == user && verification.at("Status") == "VALIDATED") {
            validated.push_back(verification);
        }
    });
    for (auto& verification : validated) {
        advance(world, Machine::verification, verification, Action::outdate);
        verification["LastUpdate"] = world.seconds();
        save(world, Kind::verification, verification);
    }
}

} // namespace mangopay_sandbox::verifications
