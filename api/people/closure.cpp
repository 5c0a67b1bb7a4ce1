#include "api/people/closure.hpp"

#include <algorithm>

#include "api/json/reader.hpp"
#include "api/people/conditions.hpp"
#include "api/people/proof.hpp"
#include "api/pipeline/idempotent.hpp"
#include "api/pipeline/origin.hpp"
#include "domain/access/credentials.hpp"
#include "domain/leaving/closure_store.hpp"
#include "domain/leaving/closures.hpp"

namespace api::people {

using namespace domain;
using access::SensitiveChange;
using nlohmann::json;

namespace {

std::vector<forgetting::Hold> holds_of(Transaction& tx, const AccountId& account)
{
    auto all = leaving::order_holds(tx, account);
    std::ranges::move(owed(tx, account), std::back_inserter(all));
    return all;
}

json waiting_view(const std::vector<forgetting::Hold>& holds, Language language)
{
    auto items = json::array();
    for (const auto& hold : holds) {
        items.push_back({{"code", forgetting::all_unsettled.name(hold.what)},
                         {"reason", hold.reason.in(language)}});
    }
    return items;
}

/// What stays, for how long, by which text; nothing for whom the law asks nothing.
json kept_view(Transaction& tx, const policy::Policy& policy, const AccountId& account)
{
    auto items = json::array();
    if (!leaving::is_kept_by_law(tx, account)) return items;
    for (const auto& rule : policy.retention().rules()) {
        if (rule.declared || rule.stage != policy::Stage::archive) continue;
        items.push_back({{"what", rule.id},
                         {"starts", policy::name(rule.starts)},
                         {"keep", policy::to_text(rule.period)},
                         {"then", policy::name(rule.action)},
                         {"because", rule.floor.empty() ? rule.source : rule.floor}});
    }
    return items;
}

/// Every answer about rights names the authority to complain to (GDPR article 12(4)).
json view(App& app, Transaction& tx, const Request& request)
{
    const auto& account = actor_of(request).account;
    const auto closure = leaving::closure_of(tx, account);
    return {{"state", closure ? "closing" : "open"},
            {"requested_at", closure ? json(to_text(closure->requested_at)) : json(nullptr)},
            {"waiting_for", waiting_view(holds_of(tx, account), request.language)},
            {"kept", kept_view(tx, app.policy, account)},
            {"authority", {{"name", "CNIL"}, {"url", "https://www.cnil.fr/fr/plaintes"}}}};
}

Response close_account(App& app, const Request& request)
{
    Reader reader(request.body);
    const auto typed = read_proof(reader, request.body, SensitiveChange::closure);
    reader.finish();
    const auto proof = tried(app, request, typed);
    return idempotent(app, request, [&](Transaction& tx) {
        const auto& account = actor_of(request).account;
        access::demand_proof(tx, account, SensitiveChange::closure, proof);
        leaving::request_closure(tx, app.policy.retention(), account, forgetting::Cause::person,
                                 origin_of(request.raw));
        return accepted(view(app, tx, request), "/v1/me/closure");
    });
}

Response show_closure(App& app, const Request& request)
{
    return app.db.read([&](Transaction& tx) { return ok(view(app, tx, request)); });
}

} // namespace

std::vector<Route> closure_routes()
{
    return {
        {.method = "POST",
         .pattern = "/v1/me/closure",
         .operation = "close_account",
         .who = Who::member,
         .handler = close_account,
         .idempotent = true,
         .place = http::Place::passwords,
         .sensitive = SensitiveChange::closure},
        {"GET", "/v1/me/closure", "show_closure", Who::member, show_closure},
    };
}

} // namespace api::people
