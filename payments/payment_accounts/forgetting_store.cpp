#include "payments/payment_accounts/forgetting_store.hpp"

namespace payments::payment_accounts {

std::int64_t money_in_wallets(Transaction& tx, std::string_view account_id)
{
    return tx.one<std::int64_t>(R"(
        SELECT CAST(COALESCE(SUM(b.amount), 0) AS BIGINT)
          FROM payment_accounts p
          JOIN ledger_accounts l ON l.wallet_id = p.wallet_id
          JOIN ledger_balances b ON b.account_id = l.id
         WHERE p.account_id = :account)",
                                account_id);
}

std::vector<std::string> open_users(Transaction& tx, std::string_view account_id)
{
    return tx.all<std::string>(R"(
        SELECT user_id
          FROM payment_accounts
         WHERE account_id = :account AND user_id IS NOT NULL AND user_status <> 'CLOSED')",
                               account_id);
}

void erase_verifications(Transaction& tx, std::string_view account_id)
{
    tx.run("DELETE FROM identity_verifications WHERE account_id = :account", account_id);
    tx.run("DELETE FROM payout_recipients WHERE account_id = :account", account_id);
}

void erase(Transaction& tx, std::string_view account_id)
{
    tx.run("DELETE FROM payment_accounts WHERE account_id = :account", account_id);
}

} // namespace payments::payment_accounts
