#include "api/market/quotes.hpp"

#include <nlohmann/json.hpp>

#include "api/json/reader.hpp"
#include "api/json/views.hpp"
#include "api/market/offer_body.hpp"
#include "api/market/order_view.hpp"
#include "api/market/quote_gate.hpp"
#include "api/people/conditions.hpp"
#include "api/pipeline/entity_tags.hpp"
#include "api/pipeline/idempotent.hpp"
#include "api/pipeline/origin.hpp"
#include "domain/orders/acceptance.hpp"
#include "domain/quotes/quote_store.hpp"
#include "domain/quotes/quotes.hpp"

namespace api::market {

using namespace domain;
using nlohmann::json;

namespace {

json view(const quotes::Quote& quote)
{
    return {{"id", quote.id.text()},
            {"request_id", quote.request.text()},
            {"client_id", quote.client.text()},
            {"provider_id", quote.provider.text()},
            {"state", name(quote.state)},
            {"version", quote.version},
            {"net", money_view(quote.net)},
            {"vat", money_view(quote.vat)},
            {"gross", money_view(quote.gross)},
            {"sent_at", to_text(quote.sent_at)},
            {"expires_at", to_text(quote.expires_at)},
            {"text_sha256", quote.text_sha256}};
}

/// With the offer of the newest version, both parties, and the versions there were.
json whole_view(Transaction& tx, const quotes::Quote& quote,
                const std::optional<quotes::Offer>& offer)
{
    auto body = view(quote);
    body["offer"] = offer ? offer_view(*offer) : json(); // null: its author is gone
    body["client"] = identification(payees::billing_identity(tx, quote.client));
    body["provider"] = identification(payees::billing_identity(tx, quote.provider));
    auto versions = json::array();
    for (const auto& version : quotes::versions_of(tx, quote.id)) {
        versions.push_back({{"version", version.version},
                            {"text_sha256", version.text_sha256},
                            {"sent_at", to_text(version.sent_at)}});
    }
    body["versions"] = std::move(versions);
    return body;
}

Response whole(Transaction& tx, const quotes::Quote& quote)
{
    const auto offer = quotes::offer_at(tx, quote.id, quote.version);
    return tagged(ok(whole_view(tx, quote, offer)), quote.version);
}

quotes::Offer offer_in(const Request& request)
{
    Reader read(request.body);
    auto offer = read_offer(read);
    read.finish();
    return offer;
}

/// What was just sealed is not opened again: the answer shows the offer that came in.
Response written(Transaction& tx, const quotes::Quote& quote, const quotes::Offer& offer)
{
    return tagged(created(whole_view(tx, quote, offer), "/v1/quotes/" + quote.id.text()),
                  quote.version);
}

Response send_quote(App& app, const Request& request)
{
    const auto id = path_id<RequestId>(request, ":id");
    const auto offer = offer_in(request);
    return idempotent(app, request, [&](Transaction& tx) {
        return written(
            tx, quotes::send(tx, actor_of(request).account, id, offer, sending_gate(app)), offer);
    });
}

Response revise_quote(App& app, const Request& request)
{
    const quotes::Seen seen{path_id<QuoteId>(request, ":id"), expected_versions(request)};
    const auto offer = offer_in(request);
    return idempotent(app, request, [&](Transaction& tx) {
        return written(
            tx, quotes::revise(tx, actor_of(request).account, seen, offer, sending_gate(app)),
            offer);
    });
}

Response list_quotes(Transaction& tx, const AccountId& me, const Request& request)
{
    const auto page = page_of(request);
    auto found = quotes::page_for(tx, me, page.after, page.one_more());
    const auto next = cut(found, page, [](const auto& last) { return last.id.text(); });
    auto items = json::array();
    for (const auto& quote : found)
        items.push_back(view(quote));
    return ok(page_view(std::move(items), next));
}

Response show_quote(App& app, const Request& request)
{
    const auto id = path_id<QuoteId>(request, ":id");
    return app.db.read([&](Transaction& tx) {
        return whole(tx, quotes::find_for(tx, actor_of(request).account, id));
    });
}

Response refuse_quote(App& app, const Request& request)
{
    const auto id = path_id<QuoteId>(request, ":id");
    return idempotent(app, request, [&](Transaction& tx) {
        return whole(tx, quotes::refuse(tx, actor_of(request).account, id));
    });
}

Response withdraw_quote(App& app, const Request& request)
{
    const auto id = path_id<QuoteId>(request, ":id");
    return idempotent(app, request, [&](Transaction& tx) {
        return whole(tx, quotes::withdraw(tx, actor_of(request).account, id));
    });
}

/// Accepting names the version that was read: {"version": 2}. A newer one is refused (412).
Response accept_quote(App& app, const Request& request)
{
    const auto id = path_id<QuoteId>(request, ":id");
    Reader read(request.body);
    const quotes::Seen seen{id, read.integer("version", 1, 1'000'000)};
    read.finish();
    const Marketplace marketplace{app.platform, app.policy};
    const auto gate = quote_gate(app);
    return idempotent(app, request, [&](Transaction& tx) {
        const auto& client = actor_of(request).account;
        const auto order =
            orders::accept(tx, client, {seen, origin_of(request.raw), marketplace, gate});
        return created(order_view(order, client), "/v1/orders/" + order.id.text());
    });
}

} // namespace

std::vector<Route> quote_routes()
{
    return {
        {"POST", "/v1/requests/:id/quotes", "send_quote", Who::provider, send_quote, true},
        {"POST", "/v1/quotes/:id/versions", "revise_quote", Who::provider, revise_quote, true},
        {"GET", "/v1/quotes", "list_quotes", Who::member, list_quotes},
        {"GET", "/v1/quotes/:id", "show_quote", Who::member, show_quote},
        {"POST", "/v1/quotes/:id/refusal", "refuse_quote", Who::client, refuse_quote, true},
        {"POST", "/v1/quotes/:id/withdrawal", "withdraw_quote", Who::provider, withdraw_quote,
         true},
        {"POST", "/v1/quotes/:id/acceptance", "accept_quote", Who::client, accept_quote, true},
    };
}

} // namespace api::market
