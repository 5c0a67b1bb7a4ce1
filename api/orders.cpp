#include "api/orders.hpp"

#include <nlohmann/json.hpp>

#include "api/offer_view.hpp"
#include "api/once.hpp"
#include "api/order_view.hpp"
#include "api/reader.hpp"
#include "api/views.hpp"
#include "domain/orders/contestation.hpp"
#include "domain/orders/evidence.hpp"
#include "domain/orders/orders.hpp"

namespace api {

using namespace domain;
using nlohmann::json;

json order_view(const orders::Order& order, const AccountId& viewer)
{
    const bool is_mine_to_do = viewer == order.provider;
    json body = {{"id", order.id.text()},
                 {"role", is_mine_to_do ? "provider" : "client"},
                 {"client_id", order.client.text()},
                 {"provider_id", order.provider.text()},
                 {"quote_id", order.quote ? json(order.quote->text()) : json()},
                 {"request_id", order.request ? json(order.request->text()) : json()},
                 {"state", name(order.state)},
                 {"net", money_view(order.net)},
                 {"vat", money_view(order.vat)},
                 {"gross", money_view(order.gross)},
                 {"refund_due", money_view(order.refund_due)},
                 {"refunded", money_view(order.refunded)},
                 {"accepted_at", to_text(order.accepted_at)},
                 {"payment_due_at", to_text(order.payment_due_at)},
                 {"funded_at", time_view(order.funded_at)},
                 {"started_at", time_view(order.started_at)},
                 {"delivered_at", time_view(order.delivered_at)},
                 {"validated_at", time_view(order.validated_at)},
                 {"cancelled_at", time_view(order.cancelled_at)},
                 {"released_at", time_view(order.released_at)},
                 {"refunded_at", time_view(order.refunded_at)},
                 {"release_waits_for", order.release_blocked_reason.empty()
                                           ? json()
                                           : json(order.release_blocked_reason)}};
    if (is_mine_to_do) body["commission"] = money_view(order.commission());
    return body;
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

json contestation_view(const orders::Contestation& contestation)
{
    return {{"reason", contestation.reason},
            {"opened_at", to_text(contestation.opened_at)},
            {"decision", contestation.decision ? json(name(*contestation.decision)) : json()},
            {"refund", money_view(contestation.refund)},
            {"decision_reason", contestation.decision_reason},
            {"decided_at", time_view(contestation.decided_at)}};
}

/// With what was agreed, both parties, and everything that happened.
json whole_view(Transaction& tx, const orders::Order& order, const AccountId& viewer)
{
    auto body = order_view(order, viewer);
    const auto evidence = orders::maybe_evidence(tx, order.id);
    body["offer"] = evidence ? offer_view(evidence->offer) : json();
    body["client"] = evidence ? identification(evidence->client) : json();
    body["provider"] = evidence ? identification(evidence->provider) : json();
    body["quote_sha256"] = evidence ? json(evidence->quote_sha256) : json();
    const auto contestation = orders::contestation_of(tx, order.id);
    body["contestation"] = contestation ? contestation_view(*contestation) : json();
    body["history"] = history_view(orders::events_of(tx, order.id));
    return body;
}

Response list_orders(App& app, const Request& request)
{
    const auto page = page_of(request);
    const auto& me = actor_of(request).account;
    auto found = app.db.read(
        [&](Transaction& tx) { return orders::page_for(tx, me, page.after, page.limit + 1); });
    std::optional<std::string> next;
    if (std::ssize(found) > page.limit) {
        found.pop_back();
        next = found.back().id.text();
    }
    auto items = json::array();
    for (const auto& order : found)
        items.push_back(order_view(order, me));
    return ok(page_view(std::move(items), next));
}

Response show_order(App& app, const Request& request)
{
    const auto id = path_id<OrderId>(request, ":id");
    const auto& me = actor_of(request).account;
    return app.db.read(
        [&](Transaction& tx) { return ok(whole_view(tx, orders::find_for(tx, me, id), me)); });
}

/// One step of the lifecycle by one of the parties.
template <typename Step>
Response stepped(App& app, const Request& request, const Step& step)
{
    const auto id = path_id<OrderId>(request, ":id");
    const auto& me = actor_of(request).account;
    return once(app, request,
                [&](Transaction& tx) { return ok(whole_view(tx, step(tx, me, id), me)); });
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
        return orders::contest(tx, me, id, reason);
    });
}

Response cancel_order(App& app, const Request& request)
{
    const House house{app.platform, app.policy};
    return stepped(app, request, [&](Transaction& tx, const AccountId& me, const OrderId& id) {
        return orders::cancel(tx, me, id, house);
    });
}

orders::Verdict read_verdict(const json& body)
{
    Reader read(body);
    const auto decision = *orders::parse_decision(
        read.choice("decision", {"release", "partial_refund", "full_refund"}));
    const auto refund = read.maybe_money("refund", 1, amount_max_minor);
    const bool is_partial = decision == orders::Decision::partial_refund;
    if (is_partial && !read.has("refund"))
        read.complain("refund", {"Ce champ est obligatoire ici.", "This field is mandatory here."});
    if (!is_partial && refund)
        read.complain("refund",
                      {"Seulement pour un remboursement partiel.", "Only for a partial refund."});
    orders::Verdict verdict{decision, refund.value_or(eur(0)),
                            read.text("reason", {1, 5000, true})};
    read.finish();
    return verdict;
}

/// Staff sees the order and the complaint, not who the parties are beyond their ids.
json staff_view(Transaction& tx, const orders::Order& order)
{
    const auto contestation = orders::contestation_of(tx, order.id);
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
    return once(app, request, [&](Transaction& tx) {
        return ok(staff_view(tx, orders::decide(tx, actor_of(request).account, id, verdict)));
    });
}

Response list_contestations(App& app, const Request& request)
{
    const auto page = page_of(request);
    return app.db.read([&](Transaction& tx) {
        auto open = orders::open_contestations(tx, page.after, page.limit + 1);
        std::optional<std::string> next;
        if (std::ssize(open) > page.limit) {
            open.pop_back();
            next = open.back().order.text();
        }
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

} // namespace api
