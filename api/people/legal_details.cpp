#include "api/people/legal_details.hpp"

#include "api/json/reader.hpp"
#include "api/people/conditions.hpp"
#include "api/people/profile_body.hpp"
#include "api/people/proof.hpp"
#include "api/pipeline/entity_tags.hpp"
#include "api/pipeline/origin.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/members/members.hpp"
#include "domain/payees/billing.hpp"
#include "domain/profiles/profile_store.hpp"

namespace api::people {

using namespace domain;
using nlohmann::json;

namespace {

json steps_view(const profiles::Profile& profile, const policy::Policy& policy)
{
    json steps = json::object();
    const auto add = [&](policy::Step step) {
        steps[std::string(name(step))] = {
            {"mandatory", payees::mandatory_for(profile, policy, step)},
            {"missing", payees::missing_for(profile, policy, step)}};
    };
    if (profile.is_client) add(policy::Step::quote_acceptance);
    if (profile.is_provider) add(policy::Step::becoming_payable);
    return steps;
}

json view(const profiles::Profile& profile, const policy::Policy& policy)
{
    const auto all = profile_view(profile);
    return {{"phone", all.at("phone")},
            {"address", all.at("address")},
            {"company", all.at("company")},
            {"steps", steps_view(profile, policy)}};
}

} // namespace

Response read_legal_details(App& app, const Request& request)
{
    return app.db.read([&](Transaction& tx) {
        const auto account = accounts::find(tx, actor_of(request).account);
        return tagged(ok(view(profiles::profile_of(tx, account), app.policy)), account.version);
    });
}

Response write_legal_details(App& app, const Request& request)
{
    const auto versions = expected_versions(request);
    auto given = request.body;
    const auto consent = take_consent(app, request, given);
    return app.db.transaction([&](Transaction& tx) {
        const auto account = accounts::find(tx, actor_of(request).account);
        const auto current = profiles::profile_of(tx, account);
        auto body = profile_view(current);
        for (const auto* part : {"phone", "address", "company"})
            body.erase(part);
        for (const auto& [part, value] : given.items()) {
            const bool is_legal = part == "phone" || part == "address" || part == "company";
            // Anything else would edit the account by the back door.
            body[is_legal ? part : "legal_details." + part] = value;
        }
        Reader reader(body);
        auto profile = read_profile(reader, body, {app.platform, app.policy}, day_in_paris(tx.now));
        reader.finish();
        profile.contact.email = current.contact.email;
        const auto saved = members::edit(tx, neighbours(app), account.id,
                                         {versions, profile, consent.accepts_new_verification,
                                          consent.proof, origin_of(request.raw)});
        return tagged(ok(view(profile, app.policy)), saved.version);
    });
}

Response read_payable(App& app, const Request& request)
{
    return app.db.read([&](Transaction& tx) {
        json reasons = json::array();
        for (const auto& hurdle : payees::hurdles(tx, conditions(app), actor_of(request).account))
            reasons.push_back(hurdle.code);
        return ok({{"payable", reasons.empty()}, {"reasons", reasons}});
    });
}

std::vector<Route> legal_detail_routes()
{
    return {
        {"GET", "/v1/me/legal-details", "read_legal_details", Who::member, read_legal_details},
        sensitive(access::SensitiveChange::identity,
                  {"PUT", "/v1/me/legal-details", "write_legal_details", Who::member,
                   write_legal_details}),
        {"GET", "/v1/me/payable", "read_payable", Who::provider, read_payable},
    };
}

} // namespace api::people
