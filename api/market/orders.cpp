#include "api/market/orders.hpp"

#include <nlohmann/json.hpp>

#include "api/json/json_writer.hpp"
#include "api/json/reader.hpp"
#include "api/json/views.hpp"
#include "api/market/offer_body.hpp"
#include "api/market/order_view.hpp"
#include "api/market/release_lacks.hpp"
#include "api/market/release_wait.hpp"
#include "api/pipeline/idempotent.hpp"
#include "domain/contestations/contestation.hpp"
#include "domain/orders/evidence.hpp"
#include "domain/orders/orders.hpp"

namespace api::market {

using namespace domain;
using nlohmann::json;

namespace {

std::optional<std::string_view> given(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

template <typename Id>
std::optional<std::string_view> text_of(const std::optional<Id>& id)
{
    return id ? std::optional<std::string_view>(id->text()) : std::nullopt;
}

void write_order(JsonWriter& out, const orders::Order& order, const AccountId& viewer)
{
    const bool is_mine_to_do = viewer == order.provider;
    out.begin_object()
        .member("id", order.id.text())
        .member("role", is_mine_to_do ? "provider" : "client")
        .member("client_id", order.client.text())
        .member("provider_id", order.provider.text())
        .member("quote_id", text_of(order.quote))
        .member("request_id", text_of(order.request))
        .member("state", name(order.state))
        .member("net", order.net)
        .member("vat", order.vat)
        .member("gross", order.gross)
        .member("refund_due", order.refund_due)
        .member("refunded", order.refunded)
        .member("accepted_at", order.accepted_at)
        .member("payment_due_at", order.payment_due_at)
        .member("funded_at", order.funded_at)
        .member("started_at", order.started_at)
        .member("delivered_at", order.delivered_at)
        .member("validated_at", order.validated_at)
        .member("cancelled_at", order.cancelled_at)
        .member("released_at", order.released_at)
        .member("refunded_at", order.refunded_at)
        .member("release_waits_for", given(order.release_blocked_reason));
    if (is_mine_to_do) out.member("commission", order.commission());
    out.end_object();
}

} // namespace

json order_view(const orders::Order& order, const AccountId& viewer)
{
    JsonWriter out;
    write_order(out, order, viewer);
    return json::parse(out.take());
}

namespace {

json history_view(const std::vector<orders::OrderEvent>& events)
{
    auto history = json::array();
    for (const auto& event : events) {
        history.push_back({{"at", to_text(event.at)},
                           {"action", event.action},
                           {"by", event.party},
                           {"state", event.to_state}});
    }
    return history;
}

json contestation_view(const contestations::Contestation& contestation)
{
    return {{"reason", contestation.reason},
            {"opened_at", to_text(contestation.opened_at)},
            {"decision", contestation.decision ? json(name(*contestation.decision)) : json()},
            {"refund", money_view(contestation.refund)},
            {"decision_reason", contestation.decision_reason},
            {"decided_at", time_view(contestation.decided_at)}};
}

/// With what was agreed, both parties, and everything that happened.
json whole_view(Transaction& tx, const orders::Order& order, const AccountId& viewer,
                const Marketplace& marketplace, Language language)
{
    const auto party = viewer == order.provider ? orders::Party::provider : orders::Party::client;
    const OrderReader reader{party, language, marketplace};
    auto body = order_view(order, viewer);
    const auto evidence = orders::maybe_evidence(tx, order.id);
    body["offer"] = evidence ? offer_view(evidence->offer) : json();
    body["client"] = evidence ? identification(evidence->client) : json();
    body["provider"] = evidence ? identification(evidence->provider) : json();
    body["quote_sha256"] = evidence ? json(evidence->quote_sha256) : json();
    const auto contestation = contestations::contestation_of(tx, order.id);
    body["contestation"] = contestation ? contestation_view(*contestation) : json();
    body["history"] = history_view(orders::events_of(tx, order.id));
    body["release_wait"] = release_wait(tx, order, reader);
    auto lacks = release_lacks(tx, order, reader);
    if (!lacks.empty()) body["release_lacks"] = std::move(lacks);
    return body;
}

Response list_orders(Transaction& tx, const AccountId& me, const Request& request)
{
    const auto page = page_of(request);
    auto found = orders::page_for(tx, me, page.after, page.one_more());
    const auto next = cut(found, page, [](const auto& last) { return last.id.text(); });
    return ok_text(page_text(found, next, [&](JsonWriter& out, const orders::Order& order) {
        write_order(out, order, me);
    }));
}

Response show_order(App& app, const Request& request)
{
    const auto id = path_id<OrderId>(request, ":id");
    const auto& me = actor_of(request).account;
    return app.db.read([&](Transaction& tx) {
        return ok(whole_view(tx, orders::find_for(tx, me, id), me, {app.platform, app.policy},
                             request.language));
    });
}

/// One step of the lifecycle by one of the parties.
template <typename Step>
Response stepped(App& app, const Request& request, const Step& step)
{
    const auto id = path_id<OrderId>(request, ":id");
    const auto& me = actor_of(request).account;
    return idempotent(app, request, [&](Transaction& tx) {
        return ok(
            whole_view(tx, step(tx, me, id), me, {app.platform, app.policy}, request.language));
    });
}

Response start_order(App& app, const Request& request)
{
    return stepped(app, request, orders::start);
}

Response deliver_order(App& app, const Request& request)
{
    return stepped(app, request, orders::deliver);
}

Response validate_order(App& app, const Request& request)
{
    return stepped(app, request, orders::validate);
}

Response contest_order(App& app, const Request& request)
{
    Reader read(request.body);
    const auto reason = read.text("reason", {1, 5000, true});
    read.finish();
    return stepped(app, request, [&](Transaction& tx, const AccountId& me, const OrderId& id) {
        return contestations::contest(tx, me, id, reason);
    });
}

Response cancel_order(App& app, const Request& request)
{
    const Marketplace marketplace{app.platform, app.policy};
    return stepped(app, request, [&](Transaction& tx, const AccountId& me, const OrderId& id) {
        return orders::cancel(tx, me, id, marketplace);
    });
}

contestations::Verdict read_verdict(const json& body)
{
    Reader read(body);
    const auto decision = *contestations::parse_decision(
        read.choice("decision", names_of<contestations::Decision>()));
    const auto refund = read.maybe_money("refund", 1, amount_max_minor);
    const bool is_partial = decision == contestations::Decision::partial_refund;
    if (is_partial && !read.has("refund")) {
        read.complain("refund", {"Ce champ est obligatoire ici.", "This field is mandatory here."});
    }
    if (!is_partial && refund) {
        read.complain("refund",
                      {"Seulement pour un remboursement partiel.", "Only for a partial refund."});
    }
    contestations::Verdict verdict{decision, refund.value_or(eur(0)),
                                   read.text("reason", {1, 5000, true})};
    read.finish();
    return verdict;
}

/// Staff sees the order and the complaint, not who the parties are beyond their ids.
json staff_view(Transaction& tx, const orders::Order& order)
{
    const auto contestation = contestations::contestation_of(tx, order.id);
    return {{"id", order.id.text()},
            {"client_id", order.client.text()},
            {"provider_id", order.provider.text()},
            {"state", name(order.state)},
            {"gross", money_view(order.gross)},
            {"refund_due", money_view(order.refund_due)},
            {"contestation", contestation ? contestation_view(*contestation) : json()},
            {"history", history_view(orders::events_of(tx, order.id))}};
}

Response decide_contestation(App& app, const Request& request)
{
    const auto id = path_id<OrderId>(request, ":id");
    const auto verdict = read_verdict(request.body);
    return idempotent(app, request, [&](Transaction& tx) {
        return ok(
            staff_view(tx, contestations::decide(tx, actor_of(request).account, id, verdict)));
    });
}

Response list_contestations(App& app, const Request& request)
{
    const auto page = page_of(request);
    return app.db.read([&](Transaction& tx) {
        auto open = contestations::open_contestations(tx, page.after, page.one_more());
        const auto next = cut(open, page, [](const auto& last) { return last.order.text(); });
        auto items = json::array();
        for (const auto& contestation : open)
            items.push_back(staff_view(tx, orders::find(tx, contestation.order)));
        return ok(page_view(std::move(items), next));
    });
}

} // namespace

std::vector<Route> order_routes()
{
    return {
        {"GET", "/v1/orders", "list_orders", Who::member, list_orders},
        {"GET", "/v1/orders/:id", "show_order", Who::member, show_order},
        {"POST", "/v1/orders/:id/start", "start_order", Who::provider, start_order, true},
        {"POST", "/v1/orders/:id/delivery", "deliver_order", Who::provider, deliver_order, true},
        {"POST", "/v1/orders/:id/validation", "validate_order", Who::client, validate_order, true},
        {"POST", "/v1/orders/:id/contestation", "contest_order", Who::client, contest_order, true},
        {"POST", "/v1/orders/:id/cancellation", "cancel_order", Who::member, cancel_order, true},
        {"GET", "/v1/staff/contestations", "list_contestations", Who::staff, list_contestations},
        {"POST", "/v1/staff/orders/:id/decision", "decide_contestation", Who::staff,
         decide_contestation, true},
    };
}

} // namespace api::market
