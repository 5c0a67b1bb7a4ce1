#include "payments/ledger/ledger_store.hpp"

#include "domain/storage/failures.hpp"

namespace payments::ledger {

std::optional<Booked> find_booked(Transaction& tx, std::string_view cause)
{
    return tx.maybe<Booked>(R"(
        SELECT t.id, t.pending, r.outcome
          FROM ledger_transactions t
          LEFT JOIN ledger_resolutions r ON r.transaction_id = t.id
         WHERE t.cause = :cause)",
                            cause);
}

void open_account(Transaction& tx, const Account& account)
{
    const auto id = account.id();
    tx.run(R"(
        INSERT INTO ledger_accounts (id, wallet_id, part, order_id, currency, created_at)
        VALUES (:id, :wallet, :part, :order, 'EUR', :at)
        ON CONFLICT DO NOTHING)", // of either constraint: another may be adding it right now
           id, account.wallet, name(account.part), account.order, tx.now);
    if (!is_bounded(account.part)) return;
    tx.run(R"(
        INSERT INTO ledger_balances (account_id, amount)
        VALUES (:id, 0)
        ON CONFLICT (account_id) DO NOTHING)",
           id);
}

bool change_balance(Transaction& tx, std::string_view account, std::int64_t amount)
{
    return tx.run(R"(
        UPDATE ledger_balances
           SET amount = amount + :amount
         WHERE account_id = :account AND amount + :amount >= 0)",
                  amount, account) == 1;
}

std::int64_t balance_of(Transaction& tx, std::string_view account)
{
    return tx
        .maybe<std::int64_t>("SELECT amount FROM ledger_balances WHERE account_id = :account",
                             account)
        .value_or(0);
}

std::int64_t total_of(Transaction& tx, std::string_view account)
{
    return tx.one<std::int64_t>(R"(
        SELECT CAST(COALESCE(SUM(p.amount), 0) AS BIGINT)
          FROM ledger_postings p
          JOIN ledger_transactions t ON t.id = p.transaction_id
         WHERE p.account_id = :account AND t.pending = 0)",
                                account);
}

void insert(Transaction& tx, const Entry& entry, bool pending)
{
    const auto id = LedgerTransactionId::fresh(tx.now);
    std::int64_t n = 0;
    for (const auto& posting : entry.postings) {
        tx.run(R"(
            INSERT INTO ledger_postings (transaction_id, n, account_id, amount, currency)
            VALUES (:transaction, :n, :account, :amount, :currency))",
               id, ++n, posting.account.id(), posting.amount.minor(),
               code(posting.amount.currency()));
    }
    const auto inserted =
        tx.run(R"(
        INSERT INTO ledger_transactions (id, cause, kind, pending, order_id, operation_id, at)
        VALUES (:id, :cause, :kind, :pending, :order, :operation, :at)
        ON CONFLICT (cause) DO NOTHING)",
               id, entry.cause, name(entry.kind), pending, entry.order, entry.operation, tx.now);
    if (inserted == 0) throw domain::storage::LostRace("the same cause is being booked");
}

void resolve(Transaction& tx, const LedgerTransactionId& id, std::string_view outcome)
{
    const auto inserted = tx.run(R"(
        INSERT INTO ledger_resolutions (transaction_id, outcome, at)
        VALUES (:id, :outcome, :at)
        ON CONFLICT (transaction_id) DO NOTHING)",
                                 id, outcome, tx.now);
    if (inserted == 0) throw domain::storage::LostRace("the same cause is being resolved");
}

std::vector<StoredPosting> postings_of(Transaction& tx, const LedgerTransactionId& id)
{
    return tx.all<StoredPosting>(R"(
        SELECT p.account_id, p.amount, CASE WHEN b.account_id IS NULL THEN 0 ELSE 1 END
          FROM ledger_postings p
          LEFT JOIN ledger_balances b ON b.account_id = p.account_id
         WHERE p.transaction_id = :id
         ORDER BY p.account_id, p.n)",
                                 id);
}

} // namespace payments::ledger
