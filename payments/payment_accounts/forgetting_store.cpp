#include "payments/payment_accounts/forgetting_store.hpp"

#include "payments/gateway/statuses.hpp"

namespace payments::payment_accounts {

std::int64_t money_in_wallets(Transaction& tx, const AccountId& account)
{
    return tx.one<std::int64_t>(R"(
        SELECT CAST(COALESCE(SUM(b.amount), 0) AS BIGINT)
          FROM payment_accounts p
          JOIN ledger_accounts l ON l.wallet_id = p.wallet_id
          JOIN ledger_balances b ON b.account_id = l.id
         WHERE p.account_id = :account AND l.part <> 'remainder')",
                                account);
}

std::vector<UserId> users_to_close(Transaction& tx, const AccountId& account)
{
    return tx.all<UserId>(R"(
        SELECT p.user_id
          FROM payment_accounts p
         WHERE p.account_id = :account AND p.user_id IS NOT NULL AND p.user_status <> :closed
           AND NOT EXISTS (SELECT 1
                             FROM ledger_accounts l
                             JOIN ledger_balances b ON b.account_id = l.id
                            WHERE l.wallet_id = p.wallet_id AND l.part = 'remainder'
                              AND b.amount > 0))",
                          account, domain::storage::written<UserStatus::closed>);
}

void erase_verifications(Transaction& tx, const AccountId& account)
{
    tx.run("DELETE FROM identity_verifications WHERE account_id = :account", account);
    tx.run("DELETE FROM payout_recipients WHERE account_id = :account", account);
}

void erase(Transaction& tx, const AccountId& account)
{
    tx.run("DELETE FROM payment_accounts WHERE account_id = :account", account);
}

} // namespace payments::payment_accounts
