#include "ops/mangopay-sandbox/objects/users.hpp"

#include <nlohmann/json.hpp>

#include "ops/mangopay-sandbox/objects/sca.hpp"
#include "ops/mangopay-sandbox/objects/user_fields.hpp"
#include "ops/mangopay-sandbox/objects/user_standing.hpp"
#include "ops/mangopay-sandbox/objects/verifications.hpp"
#include "ops/mangopay-sandbox/objects/wallets.hpp"
#include "ops/mangopay-sandbox/world/events.hpp"
#include "ops/mangopay-sandbox/world/lists.hpp"

namespace mangopay_sandbox::users {

using nlohmann::json;

namespace {

json body_of(const Call& call)
{
    return *Fields(call).at("");
}

/// An OWNER accepts Mangopay's terms, or is none.
void accept_terms(const World& world, json& user, const json& given)
{
    if (given.value("TermsAndConditionsAccepted", json(false)) == json(true)) {
        user["TermsAndConditionsAccepted"] = true;
        user["TermsAndConditionsAcceptedDate"] = world.seconds();
    }
    if (is_owner(user) && user.at("TermsAndConditionsAccepted") != json(true)) {
        throw Rejected(403, "user_hasnt_accepted_terms_and_conditions",
                       "The user has not accepted the terms and conditions",
                       {{"TermsAndConditionsAccepted",
                         "The TermsAndConditionsAccepted field must be true for an Owner"}});
    }
}

json blank(const World& world, std::string_view person_type)
{
    json user = {{"Id", fresh_id(world, "user_m_")},
                 {"CreationDate", world.seconds()},
                 {"PersonType", person_type},
                 {"UserCategory", "PAYER"},
                 {"KYCLevel", "LIGHT"},
                 {"UserStatus", "ACTIVE"},
                 {"TermsAndConditionsAccepted", false},
                 {"TermsAndConditionsAcceptedDate", nullptr},
                 {"Tag", nullptr},
                 {"PendingUserAction", nullptr}};
    const auto none =
        person_type == "NATURAL"
            ? std::vector<const char*>{"Birthday",      "Nationality",        "CountryOfResidence",
                                       "PhoneNumber",   "PhoneNumberCountry", "Address",
                                       "Occupation",    "IncomeRange",        "ProofOfIdentity",
                                       "ProofOfAddress"}
            : std::vector<const char*>{"HeadquartersAddress",    "LegalRepresentativeAddress",
                                       "CompanyNumber",          "ProofOfRegistration",
                                       "ShareholderDeclaration", "Statute"};
    for (const auto* key : none)
        user[key] = nullptr;
    if (person_type == "NATURAL") user["Capacity"] = "NORMAL";
    return user;
}

void check_user(const json& user)
{
    Fields(user).one_of("UserCategory", {"PAYER", "OWNER"});
    if (user.at("PersonType") == "NATURAL") {
        check_natural(user);
    } else {
        check_legal(user);
    }
}

Answer create(World& world, const Call& call, std::string_view person_type)
{
    const auto given = body_of(call);
    Fields fields(given);
    fields.one_of("UserCategory", {"PAYER", "OWNER"}, "PAYER");
    fields.finish();
    auto user = blank(world, person_type);
    merge(user, given);
    accept_terms(world, user, given);
    check_user(user);
    if (is_owner(user)) sca::ask_enrollment(world, user);
    save(world, Kind::user, user);
    return answer(shown(user));
}

Answer edit(World& world, const Call& call, std::string_view person_type)
{
    const auto before = find_open(world, call.capture("id"));
    if (before.at("PersonType") != person_type) {
        throw unknown_resource("User", call.capture("id"));
    }
    auto given = body_of(call);
    given.erase("UserCategory"); // has a route of its own
    auto user = before;
    merge(user, given);
    accept_terms(world, user, given);
    check_user(user);
    if (is_identity_changed(before, user) && user.at("KYCLevel") == "REGULAR") {
        verifications::outdate_all(world, user.at("Id").get<std::string>());
        set_kyc_level(world, user, "LIGHT");
    }
    if (is_owner(user) && is_contact_changed(before, user)) sca::ask_enrollment(world, user);
    save(world, Kind::user, user);
    return answer(shown(user));
}

} // namespace

Answer create_natural(World& world, const Call& call)
{
    return create(world, call, "NATURAL");
}

Answer create_legal(World& world, const Call& call)
{
    return create(world, call, "LEGAL");
}

Answer edit_natural(World& world, const Call& call)
{
    return edit(world, call, "NATURAL");
}

Answer edit_legal(World& world, const Call& call)
{
    return edit(world, call, "LEGAL");
}

Answer become_owner(World& world, const Call& call)
{
    auto user = find_open(world, call.capture("id"));
    const auto given = body_of(call);
    if (given.value("UserCategory", json("")) != "OWNER") {
        throw param_error({{"UserCategory", "A user can only be changed to OWNER"}});
    }
    const bool changed = !is_owner(user);
    merge(user, given);
    accept_terms(world, user, given);
    check_user(user);
    if (changed) {
        announce(world, "USER_CATEGORY_UPDATED_TO_OWNER", user.at("Id").get<std::string>());
        sca::ask_enrollment(world, user);
    }
    save(world, Kind::user, user);
    return answer(shown(user));
}

Answer get(World& world, const Call& call)
{
    return answer(shown(find(world, Kind::user, call.capture("id"))));
}

Answer list(World& world, const Call& call)
{
    return page(call, collected(world, Kind::user));
}

Answer close(World& world, const Call& call)
{
    auto user = find(world, Kind::user, call.capture("id"));
    if (is_closed(user)) {
        throw Rejected(400, "user_closure_failed", "The user is already closed");
    }
    if (wallets::held_by(world, user.at("Id").get<std::string>()) != 0) {
        throw Rejected(400, "user_closure_not_possible",
                       "The user cannot be closed as one or several wallets are not empty");
    }
    close_by_force(world, user);
    return {204, "", {}};
}

Answer regulatory(World& world, const Call& call)
{
    const auto user = find(world, Kind::user, call.capture("id"));
    const auto scope = user.value("_Blocked", json::object());
    return answer(
        {{"Id", user.at("Id")},
         {"ActionCode", scope.value("ActionCode", "")},
         {"KycInformation", user.value("_KycInformation", json())},
         {"ScopeBlocked",
          {{"Inflows", is_blocked(user, "Inflows")}, {"Outflows", is_blocked(user, "Outflows")}}}});
}

} // namespace mangopay_sandbox::users
