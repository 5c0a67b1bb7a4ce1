#include "domain/orders/order_store.hpp"

#include "domain/core/check.hpp"
#include "domain/core/refused.hpp"
#include "domain/core/stored.hpp"

namespace domain::orders {

namespace {

/// A row exactly as the database spells it; to_order() makes it trustworthy.
struct Row {
    std::string id, client, provider, state, currency;
    std::optional<QuoteId> quote;
    std::optional<RequestId> request;
    std::optional<MoneyOperationId> payin;
    std::optional<std::string> validated_by, blocked;
    std::optional<std::int64_t> quote_version;
    std::int64_t net = 0, vat = 0, gross = 0, commission_net = 0, commission_vat = 0;
    std::int64_t refund_due = 0, refunded = 0, version = 0;
    Instant accepted_at{}, payment_due_at{};
    std::optional<Instant> funded_at, started_at, delivered_at, validated_at, cancelled_at,
        release_planned_at, released_at, refunded_at;
    auto fields()
    {
        return std::tie(id, quote, quote_version, request, client, provider, state, currency, net,
                        vat, gross, commission_net, commission_vat, accepted_at, payment_due_at,
                        payin, funded_at, started_at, delivered_at, validated_at, validated_by,
                        cancelled_at, release_planned_at, blocked, released_at, refund_due,
                        refunded, refunded_at, version);
    }
};

Order to_order(const Row& row)
{
    const auto currency = stored(parse_currency(row.currency));
    return {.id = stored(OrderId::parse(row.id)),
            .quote = row.quote,
            .quote_version = row.quote_version.value_or(0),
            .request = row.request,
            .client = stored(AccountId::parse(row.client)),
            .provider = stored(AccountId::parse(row.provider)),
            .state = stored(lifecycle.states.parse(row.state)),
            .net = {row.net, currency},
            .vat = {row.vat, currency},
            .gross = {row.gross, currency},
            .commission_net = {row.commission_net, currency},
            .commission_vat = {row.commission_vat, currency},
            .accepted_at = row.accepted_at,
            .payment_due_at = row.payment_due_at,
            .payin = row.payin,
            .funded_at = row.funded_at,
            .started_at = row.started_at,
            .delivered_at = row.delivered_at,
            .validated_at = row.validated_at,
            .validated_by = row.validated_by.value_or(""),
            .cancelled_at = row.cancelled_at,
            .release_planned_at = row.release_planned_at,
            .release_blocked_reason = row.blocked.value_or(""),
            .released_at = row.released_at,
            .refund_due = {row.refund_due, currency},
            .refunded = {row.refunded, currency},
            .refunded_at = row.refunded_at,
            .version = row.version};
}

std::optional<std::string> given(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

} // namespace

void insert(Transaction& tx, const Order& order)
{
    tx.run(R"(
        INSERT INTO orders (id, quote_id, quote_version, request_id, client_id, provider_id, state,
                            currency, net_minor, vat_minor, gross_minor, commission_net_minor,
                            commission_vat_minor, accepted_at, payment_due_at, refund_due_minor,
                            refunded_minor, version)
        VALUES (:id, :quote, :quote_version, :request, :client, :provider, :state, :currency, :net,
                :vat, :gross, :commission_net, :commission_vat, :accepted_at, :payment_due_at,
                0, 0, :version))",
           order.id, order.quote, order.quote_version, order.request, order.client, order.provider,
           name(order.state), code(order.gross.currency()), order.net.minor(), order.vat.minor(),
           order.gross.minor(), order.commission_net.minor(), order.commission_vat.minor(),
           order.accepted_at, order.payment_due_at, order.version);
}

void update(Transaction& tx, const Order& order)
{
    const auto touched = tx.run(
        R"(
        UPDATE orders
           SET state = :state, commission_net_minor = :commission_net,
               commission_vat_minor = :commission_vat, payin_id = :payin,
               funded_at = :funded_at, started_at = :started_at, delivered_at = :delivered_at,
               validated_at = :validated_at, validated_by = :validated_by,
               cancelled_at = :cancelled_at, release_planned_at = :release_planned_at,
               release_blocked_reason = :blocked, released_at = :released_at,
               refund_due_minor = :refund_due, refunded_minor = :refunded,
               refunded_at = :refunded_at, version = version + 1
         WHERE id = :id AND version = :version)",
        name(order.state), order.commission_net.minor(), order.commission_vat.minor(), order.payin,
        order.funded_at, order.started_at, order.delivered_at, order.validated_at,
        given(order.validated_by), order.cancelled_at, order.release_planned_at,
        given(order.release_blocked_reason), order.released_at, order.refund_due.minor(),
        order.refunded.minor(), order.refunded_at, order.id, order.version);
    check(touched == 1, "a held order changes under nobody's hands");
}

Order find(Transaction& tx, const OrderId& id)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT id, quote_id, quote_version, request_id, client_id, provider_id, state, currency,
               net_minor, vat_minor, gross_minor, commission_net_minor, commission_vat_minor,
               accepted_at, payment_due_at, payin_id, funded_at, started_at, delivered_at,
               validated_at, validated_by, cancelled_at, release_planned_at,
               release_blocked_reason, released_at, refund_due_minor, refunded_minor, refunded_at,
               version
          FROM orders
         WHERE id = :id)",
                                   id);
    if (!row) throw not_found();
    return to_order(*row);
}

Order lock(Transaction& tx, const OrderId& id)
{
    const auto held = tx.maybe<std::string>("SELECT id FROM orders WHERE id = :id FOR UPDATE", id);
    if (!held) throw not_found();
    return find(tx, id);
}

std::vector<Order> page_for(Transaction& tx, const AccountId& account, std::string_view after,
                            int most)
{
    std::vector<Order> orders;
    for (const auto& row : tx.all<Row>(
             R"(
        SELECT o.id, o.quote_id, o.quote_version, o.request_id, o.client_id, o.provider_id, o.state,
               o.currency, o.net_minor, o.vat_minor, o.gross_minor, o.commission_net_minor,
               o.commission_vat_minor, o.accepted_at, o.payment_due_at, o.payin_id, o.funded_at,
               o.started_at, o.delivered_at, o.validated_at, o.validated_by, o.cancelled_at,
               o.release_planned_at, o.release_blocked_reason, o.released_at, o.refund_due_minor,
               o.refunded_minor, o.refunded_at, o.version
          FROM (SELECT id FROM (SELECT id FROM orders
                                 WHERE client_id = :me AND (:after = '' OR id < :after)
                                 ORDER BY id DESC LIMIT :most) bought
                UNION ALL
                SELECT id FROM (SELECT id FROM orders
                                 WHERE provider_id = :me AND (:after = '' OR id < :after)
                                 ORDER BY id DESC LIMIT :most) sold) mine
          JOIN orders o ON o.id = mine.id
         ORDER BY o.id DESC
         LIMIT :most)",
             account, after, most)) {
        orders.push_back(to_order(row));
    }
    return orders;
}

std::vector<OrderId> unsettled_from(Transaction& tx, const AccountId& provider, int most)
{
    return tx.all<OrderId>(R"(
        SELECT id
          FROM orders
         WHERE provider_id = :provider
           AND (state NOT IN (:settled) OR refunded_minor < refund_due_minor)
         ORDER BY id
         LIMIT :most)",
                           provider, storage::written<settled>, most);
}

std::vector<OrderId> unpaid_since(Transaction& tx, int most)
{
    return tx.all<OrderId>(R"(
        SELECT id FROM orders
         WHERE state = :awaiting_payment AND payment_due_at <= :now
         ORDER BY payment_due_at
         LIMIT :most)",
                           storage::written<State::awaiting_payment>, tx.now, most);
}

std::vector<OrderId> delivered_before(Transaction& tx, Instant before, int most)
{
    return tx.all<OrderId>(R"(
        SELECT id FROM orders
         WHERE state = :delivered AND delivered_at <= :before
         ORDER BY delivered_at
         LIMIT :most)",
                           storage::written<State::delivered>, before, most);
}

void append_event(Transaction& tx, const OrderId& order, const OrderEvent& event)
{
    tx.run(R"(
        INSERT INTO order_events (id, order_id, at, action, party, actor_id, from_state, to_state)
        VALUES (:id, :order, :at, :action, :party, :actor, :from, :to))",
           EventId::fresh(tx.now), order, event.at, event.action, event.party, event.actor_id,
           event.from_state, event.to_state);
}

std::vector<OrderEvent> events_of(Transaction& tx, const OrderId& order)
{
    return tx.all<OrderEvent>(R"(
        SELECT at, action, party, actor_id, from_state, to_state
          FROM order_events
         WHERE order_id = :order
         ORDER BY id)",
                              order);
}

} // namespace domain::orders
