#include "domain/core/check.hpp"
#include "domain/events/event_store.hpp"
#include "payments/forgetting/forgetting.hpp"

namespace payments::forgetting {

namespace {

using namespace domain;
using domain::forgetting::Hold;
using domain::forgetting::Leaving;
using policy::Record;

void erase_operation(Transaction& tx, const std::string& id)
{
    tx.run(R"(
        INSERT INTO destruction_orders (object_id, kind, reason, ordered_at)
        VALUES (:id, 'money_operation', 'retention', :at)
        ON CONFLICT (object_id) DO NOTHING)",
           id, tx.now);
    tx.run("DELETE FROM money_operation_steps WHERE operation_id = :id", id);
    tx.run("DELETE FROM money_operations WHERE id = :id", id);
}

/// Operations that moved nothing: nothing asks for them to be kept.
void erase_idle_operations(Transaction& tx, const AccountId& account)
{
    for (const auto& id : tx.all<std::string>(R"(
        SELECT o.id
          FROM money_operations o
         WHERE o.account_id = :account
           AND NOT EXISTS (SELECT 1 FROM ledger_transactions t WHERE t.operation_id = o.id))",
                                              account))
        erase_operation(tx, id);
}

void close_users(Transaction& tx, const AccountId& account)
{
    for (const auto& user : tx.all<std::string>(R"(
        SELECT user_id
          FROM payment_accounts
         WHERE account_id = :account AND user_id IS NOT NULL AND user_status <> 'CLOSED')",
                                                account))
        events::announce(tx, {events::Kind::payment_user_closing, user});
}

void erase(Transaction& tx, const Leaving& leaving)
{
    close_users(tx, leaving.account);
    tx.run("DELETE FROM identity_verifications WHERE account_id = :account", leaving.account);
    tx.run("DELETE FROM payout_recipients WHERE account_id = :account", leaving.account);
    if (leaving.is_archived) return;
    erase_idle_operations(tx, leaving.account);
    tx.run("DELETE FROM payment_accounts WHERE account_id = :account", leaving.account);
}

struct Row {
    std::string id;
    Instant at;
    auto fields() { return std::tie(id, at); }
};

} // namespace

std::vector<Hold> holds(Transaction& tx, const AccountId& account)
{
    std::vector<Hold> found;
    const auto moving = tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM money_operations
         WHERE account_id = :account AND kind IN ('pay_in', 'transfer', 'refund', 'payout')
           AND state IN ('planned', 'sending', 'unknown', 'created', 'manual_review'))",
                                             account);
    if (moving > 0) {
        found.push_back({"money_in_flight",
                         {"Un mouvement d'argent n'est pas encore abouti.",
                          "A movement of money has not come to its end yet."}});
    }
    const auto left = tx.one<std::int64_t>(R"(
        SELECT CAST(COALESCE(SUM(b.amount), 0) AS BIGINT)
          FROM payment_accounts p
          JOIN ledger_accounts l ON l.wallet_id = p.wallet_id
          JOIN ledger_balances b ON b.account_id = l.id
         WHERE p.account_id = :account)",
                                           account);
    if (left > 0) {
        found.push_back(
            {"wallet_not_empty",
             {"Le porte-monnaie contient encore de l'argent.", "The wallet still holds money."}});
    }
    return found;
}

domain::forgetting::Eraser eraser()
{
    return {"payment accounts", erase};
}

domain::forgetting::Eraser archive_eraser()
{
    return {"payment accounts", [](Transaction& tx, const Leaving& leaving) {
                tx.run("DELETE FROM payment_accounts WHERE account_id = :account", leaving.account);
            }};
}

domain::forgetting::ObjectSweep operation_sweep(const Platform& platform)
{
    return {"ledger",
            [&platform](Transaction& tx, const domain::forgetting::Search& search) {
                std::vector<Record> records;
                for (const auto& row : tx.all<Row>(R"(
                    SELECT id, COALESCE(settled_at, created_at)
                      FROM money_operations
                     WHERE COALESCE(settled_at, created_at) < :before AND id > :after
                       -- What a verification or a recipient still in use came from stays with it.
                       AND NOT EXISTS (SELECT 1 FROM identity_verifications v WHERE v.operation_id = money_operations.id)
                       AND NOT EXISTS (SELECT 1 FROM payout_recipients r WHERE r.operation_id = money_operations.id)
                     ORDER BY id
                     LIMIT :limit)",
                                                   search.before, search.after, search.limit)) {
                    records.push_back({"ledger", row.id, "money operation",
                                       platform::fiscal_year_end(platform, day_in_paris(row.at))});
                }
                return records;
            },
            [](Transaction& tx, const Record& record) {
                const auto found = tx.maybe<std::string>(
                    "SELECT id FROM money_operations WHERE id = :id FOR UPDATE", record.object);
                if (found) erase_operation(tx, *found);
                return found.has_value();
            }};
}

} // namespace payments::forgetting
