#include "api/market/requests.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "api/json/reader.hpp"
#include "api/json/views.hpp"
#include "api/pipeline/idempotent.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/deals/request_endings.hpp"
#include "domain/payees/billing.hpp"
#include "domain/platform/marketplace.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/quotes/quote_store.hpp"
#include "domain/requests/request_store.hpp"
#include "domain/requests/requests.hpp"
#include "invoicing/issuing/buyer.hpp"

namespace api::market {

using namespace domain;
using nlohmann::json;

namespace {

json person_view(Transaction& tx, const AccountId& account)
{
    const auto name = profiles::public_name(profiles::person_of(tx, account));
    return {{"id", account.text()}, {"display_name", name.empty() ? json() : json(name)}};
}

/// A provider sees itself among the recipients, not who else was asked.
json recipients_view(Transaction& tx, const requests::Request& request, const AccountId& viewer)
{
    auto recipients = json::array();
    for (const auto& recipient : request.recipients) {
        if (viewer != request.client && viewer != recipient.provider) continue;
        auto item = person_view(tx, recipient.provider);
        item["refused_at"] = time_view(recipient.refused_at);
        recipients.push_back(std::move(item));
    }
    return recipients;
}

json need_view(const requests::Request& request)
{
    if (!request.need) return {}; // its author is gone
    const auto& need = *request.need;
    return {{"text", need.text},
            {"budget", need.budget ? money_view(*need.budget) : json()},
            {"wanted_by", need.wanted_by ? json(to_text(*need.wanted_by)) : json()},
            {"service_id", need.service ? json(need.service->text()) : json()}};
}

json view(Transaction& tx, const requests::Request& request, const AccountId& viewer)
{
    return {{"id", request.id.text()},
            {"state", name(request.state)},
            {"client", person_view(tx, request.client)},
            {"providers", recipients_view(tx, request, viewer)},
            {"need", need_view(request)},
            {"sent_at", to_text(request.sent_at)},
            {"expires_at", to_text(request.expires_at)}};
}

/// What its client has to complete before a quote can be accepted, and what would keep an invoice
/// to it from being written: told while there is time, and to nobody else.
json before_accepting(Transaction& tx, const App& app, const AccountId& client, Language language)
{
    const auto profile = profiles::profile_of(tx, accounts::find(tx, client));
    auto fields = payees::missing_fields(profile, app.policy, policy::Step::quote_acceptance);
    for (auto& wrong : invoicing::issuing::wrong_in_buyer(
             payees::identity_in(profile), app.platform.company, day_in_paris(tx.now))) {
        const bool is_named =
            std::ranges::find(fields, wrong.field, &FieldError::field) != fields.end();
        if (!is_named) fields.push_back(std::move(wrong));
    }
    return fields_view(fields, language);
}

/// With the quotes that this viewer may see: a provider only its own.
json whole_view(Transaction& tx, const App& app, const requests::Request& request,
                const AccountId& viewer, Language language)
{
    auto body = view(tx, request, viewer);
    if (viewer == request.client)
        body["before_accepting"] = before_accepting(tx, app, viewer, language);
    auto quotes = json::array();
    for (const auto& quote : quotes::of_request(tx, request.id)) {
        if (viewer != request.client && viewer != quote.provider) continue;
        quotes.push_back({{"id", quote.id.text()},
                          {"provider_id", quote.provider.text()},
                          {"state", name(quote.state)},
                          {"version", quote.version},
                          {"gross", money_view(quote.gross)}});
    }
    body["quotes"] = std::move(quotes);
    return body;
}

std::vector<AccountId> read_providers(Reader& read)
{
    std::vector<AccountId> providers;
    const auto texts = read.texts("providers", requests::recipients_max, {1, 40});
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto id = AccountId::parse(texts[i]);
        if (id) {
            providers.push_back(*id);
        } else {
            read.complain("providers[" + std::to_string(i) + "]",
                          {"Ce prestataire n'existe pas.", "There is no such provider."});
        }
    }
    if (texts.empty())
        read.complain("providers", {"Nommez de 1 à 10 prestataires.", "Name 1 to 10 providers."});
    return providers;
}

requests::Need read_need(Reader& read)
{
    requests::Need need{.text = read.text("need", {1, 5000, true}),
                        .budget = read.maybe_money("budget", 1, amount_max_minor),
                        .wanted_by = read.maybe_day("wanted_by")};
    if (const auto service = read.maybe_text("service_id", {1, 40})) {
        need.service = ServiceId::parse(*service);
        if (!need.service)
            read.complain("service_id", {"Ce service n'existe pas.", "There is no such service."});
    }
    return need;
}

Response create_request(App& app, const Request& request)
{
    Reader read(request.body);
    const auto providers = read_providers(read);
    const auto need = read_need(read);
    read.finish();
    return idempotent(app, request, [&](Transaction& tx) {
        const auto& client = actor_of(request).account;
        access::spend_request(tx, client, app.budgets);
        const auto sent =
            requests::send(tx, accounts::find(tx, client), need, providers, app.platform);
        return created(whole_view(tx, app, sent, client, request.language),
                       "/v1/requests/" + sent.id.text());
    });
}

/// ?as=client (what I asked) or ?as=provider (what I am asked); by default what the account is.
bool is_listed_as_provider(const Request& request)
{
    const auto as = query_text(request, "as");
    if (as.empty()) return !actor_of(request).is_client;
    if (as == "client" || as == "provider") return as == "provider";
    throw Refused(Refusal::invalid_fields,
                  {"« as » est client ou provider.", "\"as\" is client or provider."},
                  {{"as", {"client ou provider.", "client or provider."}}});
}

Response list_requests(App& app, const Request& request)
{
    const auto page = page_of(request);
    const auto& me = actor_of(request).account;
    const bool as_provider = is_listed_as_provider(request);
    return app.db.read([&](Transaction& tx) {
        auto found = as_provider ? requests::page_sent_to(tx, me, page.after, page.one_more())
                                 : requests::page_sent_by(tx, me, page.after, page.one_more());
        const auto next = cut(found, page, [](const auto& last) { return last.id.text(); });
        auto items = json::array();
        for (const auto& one : found)
            items.push_back(view(tx, one, me));
        return ok(page_view(std::move(items), next));
    });
}

Response show_request(App& app, const Request& request)
{
    const auto id = path_id<RequestId>(request, ":id");
    const auto& me = actor_of(request).account;
    return app.db.read([&](Transaction& tx) {
        return ok(whole_view(tx, app, requests::find_for(tx, me, id), me, request.language));
    });
}

Response withdraw_request(App& app, const Request& request)
{
    const auto id = path_id<RequestId>(request, ":id");
    const auto& me = actor_of(request).account;
    return idempotent(app, request, [&](Transaction& tx) {
        return ok(whole_view(tx, app, deals::withdraw_request(tx, me, id), me, request.language));
    });
}

Response refuse_request(App& app, const Request& request)
{
    const auto id = path_id<RequestId>(request, ":id");
    const auto& me = actor_of(request).account;
    return idempotent(app, request, [&](Transaction& tx) {
        return ok(whole_view(tx, app, deals::refuse_request(tx, me, id), me, request.language));
    });
}

} // namespace

std::vector<Route> request_routes()
{
    return {
        {"POST", "/v1/requests", "create_request", Who::client, create_request, true},
        {"GET", "/v1/requests", "list_requests", Who::member, list_requests},
        {"GET", "/v1/requests/:id", "show_request", Who::member, show_request},
        {"POST", "/v1/requests/:id/withdrawal", "withdraw_request", Who::client, withdraw_request,
         true},
        {"POST", "/v1/requests/:id/refusal", "refuse_request", Who::provider, refuse_request, true},
    };
}

} // namespace api::market
