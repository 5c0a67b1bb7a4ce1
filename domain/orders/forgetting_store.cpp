#include "domain/orders/forgetting_store.hpp"

#include "domain/forgetting/destruction_order.hpp"
#include "domain/forgetting/key_destruction.hpp"
#include "domain/orders/lifecycle.hpp"

namespace domain::orders {

std::int64_t unsettled_of(Transaction& tx, const AccountId& account)
{
    const auto unsettled = unsettled_by_role(tx, account);
    return unsettled.as_client + unsettled.as_provider;
}

UnsettledByRole unsettled_by_role(Transaction& tx, const AccountId& account)
{
    return tx.one<UnsettledByRole>(R"(
        SELECT COALESCE(SUM(CASE WHEN client_id = :account THEN 1 ELSE 0 END), 0),
               COALESCE(SUM(CASE WHEN provider_id = :account THEN 1 ELSE 0 END), 0)
          FROM orders
         WHERE (client_id = :account OR provider_id = :account)
           AND (state NOT IN (:settled)
                OR refunded_minor < refund_due_minor))",
                                   account, storage::written<settled>);
}

bool has_acted_as_provider(Transaction& tx, const AccountId& account)
{
    return tx.one<std::int64_t>("SELECT COUNT(*) FROM quotes WHERE provider_id = :account",
                                account) > 0;
}

bool has_paid(Transaction& tx, const AccountId& client)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM orders
         WHERE client_id = :client AND funded_at IS NOT NULL)",
                                client) > 0;
}

std::vector<Contract> performed(Transaction& tx, Instant before, const std::string& after,
                                int limit)
{
    return tx.all<Contract>(R"(
        SELECT o.id, o.gross_minor, o.currency,
               COALESCE(o.validated_at, o.cancelled_at, o.payment_due_at)
          FROM orders o
          JOIN order_evidence e ON e.id = o.id
         WHERE o.state IN (:settled)
           AND COALESCE(o.validated_at, o.cancelled_at, o.payment_due_at) < :before
           AND o.id > :after
         ORDER BY o.id
         LIMIT :limit)",
                            storage::written<settled>, before, after, limit);
}

std::vector<Contract> performed_with(Transaction& tx, const AccountId& account)
{
    return tx.all<Contract>(R"(
        SELECT o.id, o.gross_minor, o.currency,
               COALESCE(o.validated_at, o.cancelled_at, o.payment_due_at)
          FROM orders o
          JOIN order_evidence e ON e.id = o.id
         WHERE o.state IN (:settled) AND (o.client_id = :account OR o.provider_id = :account))",
                            storage::written<settled>, account);
}

bool has_evidence(Transaction& tx, const OrderId& order)
{
    return tx.one<std::int64_t>("SELECT COUNT(*) FROM order_evidence WHERE id = :order", order) > 0;
}

bool erase_evidence(Transaction& tx, const OrderId& order)
{
    forgetting::order_destruction(tx, "order_evidence", order.text());
    const bool was_there = tx.run("DELETE FROM order_evidence WHERE id = :order", order) == 1;
    if (was_there) forgetting::order_key_destruction(tx, order.text());
    return was_there;
}

} // namespace domain::orders
