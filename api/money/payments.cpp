#include "api/money/payments.hpp"

#include <chrono>
#include <thread>

#include "api/json/reader.hpp"
#include "api/money/payments_context.hpp"
#include "api/pipeline/idempotent.hpp"
#include "domain/orders/orders.hpp"
#include "payments/flows/dispatch.hpp"
#include "payments/flows/pay_ins.hpp"
#include "payments/gateway/result_codes.hpp"
#include "payments/operations/operation_store.hpp"

namespace api::money {

using namespace domain;

namespace {

namespace pay_ins = payments::flows::pay_ins;
using payments::operations::Operation;
using payments::operations::State;

std::string location_of(const OrderId& order)
{
    return "/v1/orders/" + order.text() + "/payment";
}

/// Why it failed, or what people are looking at.
nlohmann::json reason_view(const Operation& payment, Language language)
{
    const bool has_reason = payment.state == State::failed ||
                            (payment.state == State::manual_review && !payment.result_code.empty());
    if (!has_reason) return nullptr;
    const auto& explanation = payments::explain(payment.result_code);
    return {{"code", payment.result_code},
            {"text", explanation.text.in(language)},
            {"try_again", payments::name(explanation.again)}};
}

nlohmann::json view(const Operation& payment, Language language)
{
    const auto& plan = payment.plan;
    return {
        {"id", payment.id.text()},
        {"order_id", plan.order_id ? plan.order_id->text() : ""},
        {"state", pay_ins::seen_states.name(pay_ins::seen(payment))},
        {"amount", {{"amount", plan.amount.minor()}, {"currency", code(plan.amount.currency())}}},
        {"redirect_url", payment.redirect_url.empty() ? nlohmann::json(nullptr)
                                                      : nlohmann::json(payment.redirect_url)},
        {"reason", reason_view(payment, language)},
        {"created_at", to_text(payment.created_at)}};
}

/// The order, for the one who pays it: its provider is told that there is no such thing.
orders::Order payable_order(Transaction& tx, const Request& request)
{
    const auto id = path_id<OrderId>(request, ":id");
    auto order = orders::find_for(tx, actor_of(request).account, id);
    if (order.client != actor_of(request).account) throw not_found();
    return order;
}

Operation latest_payment(App& app, const OrderId& order)
{
    const auto payment =
        app.db.read_latest([&](Transaction& tx) { return pay_ins::latest(tx, order); });
    if (!payment) throw not_found();
    return *payment;
}

/// Nobody has refused it, and there is no page yet.
bool is_on_its_way(State state)
{
    return state == State::planned || state == State::sending || state == State::unknown;
}

/// Carries the payment on until there is a page to pay on, or it is decided; another process may
/// be at it already. A call that broke is made good at once: asked about, and sent again under
/// the same key. The pool's deadline is never waited for.
Operation waited_for(App& app, const OrderId& order)
{
    using namespace std::chrono_literals;
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + 4s;
    const auto begin_no_call_after = Clock::now() + 2s;
    auto payment = latest_payment(app, order);
    auto next_call = Clock::now();
    while (is_on_its_way(payment.state) && Clock::now() < until) {
        const bool may_call = payment.state != State::sending && Clock::now() >= next_call &&
                              Clock::now() < begin_no_call_after;
        if (may_call) {
            payments::flows::advance(payments_context(app), payment.id);
            next_call = Clock::now() + 500ms;
        } else {
            std::this_thread::sleep_for(50ms);
        }
        payment = latest_payment(app, order);
    }
    return payment;
}

/// 201 with the page to pay on; 202 when Mangopay takes longer; 402 when it was refused.
Response pay_order(App& app, const Request& request)
{
    const auto id = path_id<OrderId>(request, ":id");
    Reader read(request.body);
    const auto return_url = return_url_of(read, app, "/orders/" + id.text());
    read.finish();
    payments_context(app);

    auto response = idempotent(app, request, [&](Transaction& tx) {
        const auto visible = payable_order(tx, request);
        const auto order = orders::lock(tx, visible.id);
        const auto payment = pay_ins::plan(tx, order, return_url, {app.platform, app.policy});
        return accepted(view(payment, request.language), location_of(id));
    });
    const auto payment = waited_for(app, id);
    response.body = view(payment, request.language);
    if (payment.state == State::failed) {
        throw Refused(Refusal::payment_refused, payments::explain(payment.result_code).text);
    }
    const bool has_page = payment.state == State::created || payment.state == State::succeeded;
    response.status = has_page ? 201 : 202;
    return response;
}

Response show_payment(App& app, const Request& request)
{
    return app.db.read_latest([&](Transaction& tx) {
        const auto order = payable_order(tx, request);
        const auto payment = pay_ins::latest(tx, order.id);
        if (!payment) throw not_found();
        return ok(view(*payment, request.language));
    });
}

} // namespace

std::vector<Route> payment_routes()
{
    return {
        {"POST", "/v1/orders/:id/payment", "pay_order", Who::client, pay_order, true,
         http::Place::outbound},
        {"GET", "/v1/orders/:id/payment", "show_payment", Who::client, show_payment},
    };
}

} // namespace api::money
