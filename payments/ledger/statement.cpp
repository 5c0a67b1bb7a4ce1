#include "payments/ledger/statement.hpp"

namespace payments::ledger {

std::vector<StatementLine> statement(Transaction& tx, const std::string& account)
{
    auto lines = tx.all<StatementLine>(R"(
        SELECT t.at, t.kind, t.cause,
               CASE WHEN t.pending = 0 THEN 'posted' ELSE COALESCE(r.outcome, 'pending') END,
               p.amount
          FROM ledger_postings p
          JOIN ledger_transactions t ON t.id = p.transaction_id
          LEFT JOIN ledger_resolutions r ON r.transaction_id = t.id
         WHERE p.account_id = :account
         ORDER BY t.id, p.n)",
                                       account);
    std::int64_t balance = 0;
    for (auto& line : lines) {
        if (line.state == "posted") balance += line.amount;
        line.balance = balance;
    }
    return lines;
}

} // namespace payments::ledger
