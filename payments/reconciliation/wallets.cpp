#include "payments/reconciliation/wallets.hpp"

#include "domain/storage/transaction.hpp"
#include "payments/operations/lifecycle.hpp"

namespace payments::reconciliation {

namespace {

using domain::Transaction;

struct Mirror {
    WalletId wallet_id;
    std::int64_t balance = 0;
    auto fields() { return std::tie(wallet_id, balance); }
};

/// What the wallet holds by our books: posted movements, and what is on its way to a card. A
/// payout's money has left with its creation.
std::vector<Mirror> mirrors(Transaction& tx)
{
    return tx.all<Mirror>(R"(
        SELECT a.wallet_id,
               CAST(COALESCE(SUM(CASE WHEN t.pending = 0 OR r.outcome = 'posted' THEN p.amount
                                      ELSE 0 END), 0) AS BIGINT)
          FROM ledger_accounts a
          JOIN ledger_postings p ON p.account_id = a.id
          JOIN ledger_transactions t ON t.id = p.transaction_id
          LEFT JOIN ledger_resolutions r ON r.transaction_id = t.id
         WHERE a.part <> 'world' AND a.part <> 'paying'
         GROUP BY a.wallet_id
         ORDER BY a.wallet_id)");
}

bool is_moving(Transaction& tx, const WalletId& wallet)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM money_operations
         WHERE (debited_wallet_id = :wallet OR credited_wallet_id = :wallet
                OR (:wallet = 'FEES_EUR' AND kind = :transfer))
           AND state IN (:unsettled))",
                                wallet, domain::storage::written<Kind::transfer>,
                                domain::storage::written<operations::unsettled>) > 0;
}

Comparison compared(const flows::Context& context, const Mirror& mirror)
{
    Comparison comparison{mirror.wallet_id, mirror.balance, 0, false, false};
    comparison.moving =
        context.db.read_latest([&](Transaction& tx) { return is_moving(tx, mirror.wallet_id); });
    if (comparison.moving) return comparison;
    const auto balance = context.gateway.balance(mirror.wallet_id);
    if (!balance) return comparison; // nothing there: as if empty
    if (std::holds_alternative<Gated>(*balance)) {
        comparison.gated = true;
    } else {
        comparison.theirs_minor = std::get<domain::Money>(*balance).minor();
    }
    return comparison;
}

} // namespace

std::vector<Comparison> compare_wallets(const flows::Context& context)
{
    std::vector<Comparison> all;
    for (const auto& mirror : context.db.read_latest([](Transaction& tx) { return mirrors(tx); })) {
        all.push_back(compared(context, mirror));
    }
    return all;
}

} // namespace payments::reconciliation
