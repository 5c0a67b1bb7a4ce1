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
#include "domain/leaving/kept.hpp"
#include "invoicing/issuing/forgetting.hpp"
#include "payments/forgetting/forgetting.hpp"

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

/// What stays, until when if the account closed now, by which text; nothing for whom the law asks
/// nothing.
json kept_view(Transaction& tx, const App& app, const AccountId& account, Language language)
{
    auto items = json::array();
    const leaving::Beginnings beginnings = {
        invoicing::issuing::last_fiscal_year_end(tx, account),
        payments::forgetting::last_fiscal_year_end(tx, account, app.platform)};
    for (const auto& kept : leaving::kept_of(tx, app.policy.retention(), account, beginnings)) {
        const auto& rule = *kept.rule;
        items.push_back({{"what", rule.id},
                         {"starts", policy::name(rule.starts)},
                         {"keep", policy::to_text(rule.period)},
                         {"until", kept.until ? json(to_text(*kept.until)) : json()},
                         {"then", policy::name(rule.action)},
                         {"because", kept.because.in(language)}});
    }
    return items;
}

/// Every answer about rights names the authority to complain to (GDPR article 12(4)).
json view(App& app, Transaction& tx, const Request& request)
{
    const auto& account = actor_of(request).account;
    const auto& authority = app.platform.company.authority;
    const auto closure = leaving::closure_of(tx, account);
    return {{"state", closure ? "closing" : "open"},
            {"requested_at", closure ? json(to_text(closure->requested_at)) : json(nullptr)},
            {"waiting_for", waiting_view(holds_of(tx, account), request.language)},
            {"kept", kept_view(tx, app, account, request.language)},
            {"authority",
             {{"name", authority.name}, {"address", authority.address}, {"url", authority.url}}}};
}

} // namespace

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
