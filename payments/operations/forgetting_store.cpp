#include "payments/operations/forgetting_store.hpp"

#include "domain/forgetting/destruction_order.hpp"
#include "domain/proposals/forgetting_store.hpp"
#include "payments/gateway/command.hpp"
#include "payments/operations/lifecycle.hpp"

namespace payments::operations {

std::int64_t count_moving(Transaction& tx, const AccountId& account)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM money_operations
         WHERE account_id = :account AND kind IN (:money_movements)
           AND state IN (:unsettled))",
                                account, domain::storage::written<money_movements>,
                                domain::storage::written<unsettled>);
}

std::vector<MoneyOperationId> idle_of(Transaction& tx, const AccountId& account)
{
    return tx.all<MoneyOperationId>(R"(
        SELECT o.id
          FROM money_operations o
         WHERE o.account_id = :account
           AND NOT EXISTS (SELECT 1 FROM ledger_transactions t WHERE t.operation_id = o.id))",
                                    account);
}

std::vector<Ended> ended(Transaction& tx, domain::Instant before, const std::string& after,
                         int limit)
{
    return tx.all<Ended>(R"(
        SELECT o.id, COALESCE(o.settled_at, o.created_at)
          FROM money_operations o
         WHERE COALESCE(o.settled_at, o.created_at) < :before AND o.id > :after
           AND NOT EXISTS (SELECT 1 FROM identity_verifications v WHERE v.operation_id = o.id)
           AND NOT EXISTS (SELECT 1 FROM payout_recipients r WHERE r.operation_id = o.id)
         ORDER BY o.id
         LIMIT :limit)",
                         before, after, limit);
}

std::optional<domain::Instant> last_of(Transaction& tx, const AccountId& account)
{
    return tx.one<std::optional<domain::Instant>>(R"(
        SELECT MAX(COALESCE(settled_at, created_at))
          FROM money_operations
         WHERE account_id = :account)",
                                                  account);
}

bool erase(Transaction& tx, const MoneyOperationId& id)
{
    const auto found =
        tx.maybe<MoneyOperationId>("SELECT id FROM money_operations WHERE id = :id FOR UPDATE", id);
    if (!found) return false;
    domain::forgetting::order_destruction(tx, "money_operation", id.text());
    domain::proposals::erase_about(tx, id.text());
    tx.run("DELETE FROM money_operation_steps WHERE operation_id = :id", id);
    tx.run("DELETE FROM money_operations WHERE id = :id", id);
    return true;
}

} // namespace payments::operations
