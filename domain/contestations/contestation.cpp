#include "domain/contestations/contestation.hpp"

#include "domain/audit/audit.hpp"
#include "domain/core/check.hpp"
#include "domain/core/refused.hpp"
#include "domain/core/words.hpp"
#include "domain/events/event_store.hpp"
#include "domain/mail/notify.hpp"
#include "domain/orders/evidence.hpp"
#include "domain/orders/news.hpp"
#include "domain/orders/orders.hpp"
#include "domain/vault/vault.hpp"

namespace domain::contestations {

namespace {

constexpr std::string_view reason_column = "order_contestations.reason";
constexpr std::string_view decision_column = "order_contestations.decision_reason";

struct Row {
    std::string order, reason;
    Instant opened_at{};
    std::optional<std::string> decision, decision_reason;
    std::optional<std::int64_t> refund;
    std::optional<Instant> decided_at{};
    auto fields()
    {
        return std::tie(order, reason, opened_at, decision, refund, decision_reason, decided_at);
    }
};

Contestation to_contestation(Transaction& tx, const Row& row)
{
    const auto order = OrderId::parse(row.order);
    check(order.has_value(), "a stored contestation names its order");
    const auto opened = [&](std::string_view column, const std::optional<std::string>& sealed) {
        return sealed ? tx.vault.open({column, row.order}, *sealed).value_or("") : "";
    };
    return {.order = *order,
            .reason = opened(reason_column, row.reason),
            .opened_at = row.opened_at,
            .decision = row.decision ? parse_decision(*row.decision) : std::nullopt,
            .refund = eur(row.refund.value_or(0)),
            .decision_reason = opened(decision_column, row.decision_reason),
            .decided_at = row.decided_at};
}

std::string sealed(Transaction& tx, const OrderId& id, std::string_view column,
                   std::string_view plain)
{
    return tx.vault.seal(id.text(), Category::evidence, {column, id.text()}, plain);
}

orders::Action action_of(Decision decision)
{
    switch (decision) {
    case Decision::release: return orders::Action::uphold;
    case Decision::partial_refund: return orders::Action::refund_partly;
    case Decision::full_refund: return orders::Action::refund_wholly;
    }
    return orders::Action::uphold;
}

void check_partial(const orders::Order& order, Money refund)
{
    if (refund.minor() > 0 && refund.minor() < order.gross.minor()) return;
    throw Refused(
        Refusal::invalid_fields,
        {"Ce remboursement partiel n'est pas possible.", "This partial refund is not possible."},
        {{"refund.amount",
          {"Plus de 0 et moins que le total de la commande.",
           "More than 0 and less than the order's total."}}});
}

/// The commission is owed on what the provider is paid, at the agreed rates.
void reduce_commission(Transaction& tx, orders::Order& order)
{
    const auto agreed = orders::evidence(tx, order.id);
    const auto rest = quotes::reduced(agreed.offer.totals(), order.refund_due);
    const auto commission =
        orders::commission_on(rest.net, agreed.commission.rate, agreed.commission.vat_rate);
    order.commission_net = commission.net;
    order.commission_vat = commission.vat;
}

void announce_what_follows(Transaction& tx, const orders::Order& order)
{
    const auto& id = order.id.text();
    if (order.state == orders::State::validated) {
        events::announce(tx, {events::Kind::release_due, id});
    } else if (order.state == orders::State::partly_refunded) {
        events::announce(tx, {events::Kind::refund_due, id});
    } // a full refund is announced by the cancellation that it is
    orders::tell_both(tx, order, orders::news::decided);
}

} // namespace

std::string_view name(Decision decision)
{
    switch (decision) {
    case Decision::release: return "release";
    case Decision::partial_refund: return "partial_refund";
    case Decision::full_refund: return "full_refund";
    }
    return "unknown";
}

std::optional<Decision> parse_decision(std::string_view text)
{
    return named<Decision>(text);
}

orders::Order contest(Transaction& tx, const AccountId& client, const OrderId& id,
                      const std::string& reason)
{
    const auto order = orders::lock(tx, id);
    const auto party = orders::party_of(order, client);
    if (!party) throw not_found();
    auto contested = orders::step(tx, order, orders::Action::contest, *party, &client);
    tx.run(R"(
        INSERT INTO order_contestations (order_id, reason, opened_at)
        VALUES (:order, :reason, :at))",
           id, sealed(tx, id, reason_column, reason), tx.now);
    mail::notify(tx, order.provider, mail::Template::order_contested, {id.text()});
    return contested;
}

orders::Order decide(Transaction& tx, const AccountId& staff, const OrderId& id,
                     const Verdict& verdict)
{
    auto order = orders::lock(tx, id);
    const bool is_partial = verdict.decision == Decision::partial_refund;
    if (order.state == orders::State::contested && is_partial) {
        check_partial(order, verdict.refund);
        order.refund_due = verdict.refund;
        reduce_commission(tx, order);
    }
    auto decided =
        orders::step(tx, order, action_of(verdict.decision), orders::Party::staff, &staff);
    tx.run(R"(
        UPDATE order_contestations
           SET decision = :decision, refund_minor = :refund, decision_reason = :reason,
               decided_by = :staff, decided_at = :at
         WHERE order_id = :order)",
           name(verdict.decision), decided.refund_due.minor(),
           sealed(tx, id, decision_column, verdict.reason), staff, tx.now, id);
    audit::record(tx, staff, "contestation_decided", id.text(), name(verdict.decision));
    announce_what_follows(tx, decided);
    return decided;
}

std::optional<Contestation> contestation_of(Transaction& tx, const OrderId& id)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT order_id, reason, opened_at, decision, refund_minor, decision_reason, decided_at
          FROM order_contestations
         WHERE order_id = :id)",
                                   id);
    return row ? std::optional(to_contestation(tx, *row)) : std::nullopt;
}

std::vector<Contestation> open_contestations(Transaction& tx, std::string_view after, int most)
{
    std::vector<Contestation> open;
    for (const auto& row : tx.all<Row>(R"(
             SELECT order_id, reason, opened_at, decision, refund_minor, decision_reason, decided_at
               FROM order_contestations
              WHERE decided_at IS NULL AND order_id > :after
              ORDER BY order_id
              LIMIT :most)",
                                       after, most)) {
        open.push_back(to_contestation(tx, row));
    }
    return open;
}

} // namespace domain::contestations
