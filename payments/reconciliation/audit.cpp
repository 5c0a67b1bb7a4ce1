#include "payments/reconciliation/audit.hpp"

#include <optional>
#include <string_view>

#include "payments/operations/lifecycle.hpp"
#include "payments/operations/operation.hpp"

namespace payments::reconciliation {

namespace {

struct Finding {
    std::string what;
    std::int64_t expected = 0, found = 0;
    auto fields() { return std::tie(what, expected, found); }
};

struct Check {
    std::string_view name;
    std::string_view sql; // (what, expected, found) of the first row that breaks the rule
};

constexpr Check checks[] = {
    {"postings without their transaction", R"(
        SELECT p.transaction_id, 0, COUNT(*)
          FROM ledger_postings p
          LEFT JOIN ledger_transactions t ON t.id = p.transaction_id
         WHERE t.id IS NULL
         GROUP BY p.transaction_id
         ORDER BY p.transaction_id
         LIMIT 1)"},
    {"a transaction does not sum to zero", R"(
        SELECT transaction_id, 0, SUM(amount)
          FROM ledger_postings
         GROUP BY transaction_id
        HAVING SUM(amount) <> 0
         ORDER BY transaction_id
         LIMIT 1)"},
    {"a transaction has fewer than two postings", R"(
        SELECT t.id, 2, COUNT(p.n)
          FROM ledger_transactions t
          LEFT JOIN ledger_postings p ON p.transaction_id = t.id
         GROUP BY t.id
        HAVING COUNT(p.n) < 2
         ORDER BY t.id
         LIMIT 1)"},
    {"a transaction mixes currencies", R"(
        SELECT transaction_id, 1, COUNT(DISTINCT currency)
          FROM ledger_postings
         GROUP BY transaction_id
        HAVING COUNT(DISTINCT currency) > 1
         ORDER BY transaction_id
         LIMIT 1)"},
    {"a resolution of what was not pending", R"(
        SELECT r.transaction_id, 1, 0
          FROM ledger_resolutions r
          LEFT JOIN ledger_transactions t ON t.id = r.transaction_id AND t.pending = 1
         WHERE t.id IS NULL
         ORDER BY r.transaction_id
         LIMIT 1)"},
    // A debit counts unless it is void; a credit counts once nothing about it is pending.
    {"a balance is not the sum of its postings", R"(
        SELECT b.account_id, COALESCE(s.total, 0), b.amount
          FROM ledger_balances b
          LEFT JOIN (SELECT p.account_id,
                            SUM(CASE WHEN t.pending = 0 OR r.outcome = 'posted' THEN p.amount
                                     WHEN r.outcome IS NULL AND p.amount < 0 THEN p.amount
                                     ELSE 0 END) AS total
                       FROM ledger_postings p
                       JOIN ledger_transactions t ON t.id = p.transaction_id
                       LEFT JOIN ledger_resolutions r ON r.transaction_id = t.id
                      GROUP BY p.account_id) s ON s.account_id = b.account_id
         WHERE b.amount <> COALESCE(s.total, 0)
         ORDER BY b.account_id
         LIMIT 1)"},
    {"an account without the balance it must keep", R"(
        SELECT a.id, 1, 0
          FROM ledger_accounts a
          LEFT JOIN ledger_balances b ON b.account_id = a.id
         WHERE a.part IN ('free', 'held', 'paying', 'refunding', 'remainder') AND b.account_id IS NULL
         ORDER BY a.id
         LIMIT 1)"},
    {"a balance below zero", R"(
        SELECT account_id, 0, amount
          FROM ledger_balances
         WHERE amount < 0
         ORDER BY account_id
         LIMIT 1)"},
};

/// How a kind of operation is booked once it has succeeded (a payout also when it came back),
/// unless it did so with another sum than was asked for.
struct Booking {
    std::string_view check, operation, entry;
};

constexpr Booking bookings[] = {
    {"a pay-in that succeeded is not booked", "pay_in", "pay_in"},
    {"a transfer that succeeded is not booked", "transfer", "release"},
    {"a refund that succeeded is not booked", "refund", "refunded"},
    {"a payout that succeeded is not booked", "payout", "paid_out"},
};

constexpr std::string_view unbooked = R"(
        SELECT o.id, o.amount_minor, COALESCE(SUM(p.amount), 0)
          FROM money_operations o
          LEFT JOIN ledger_transactions t ON t.operation_id = o.id AND t.kind = :entry
          LEFT JOIN ledger_resolutions r ON r.transaction_id = t.id
          LEFT JOIN ledger_postings p ON p.transaction_id = t.id AND p.amount > 0
                                     AND (t.pending = 0 OR r.outcome = 'posted')
         WHERE o.kind = :operation AND o.state IN (:carried_out) AND o.result_code <> :differs
         GROUP BY o.id, o.amount_minor
        HAVING COALESCE(SUM(p.amount), 0) <> o.amount_minor
         ORDER BY o.id
         LIMIT 1)";

/// The first rule that does not hold, with what breaks it; "" when all hold.
std::string broken_rule(Transaction& tx)
{
    const auto told = [](std::string_view rule, const Finding& finding) {
        return std::string(rule) + ": " + finding.what + ", expected " +
               std::to_string(finding.expected) + ", found " + std::to_string(finding.found);
    };
    for (const auto& check : checks) {
        if (const auto finding = tx.maybe<Finding>(check.sql)) return told(check.name, *finding);
    }
    for (const auto& [check, operation, entry] : bookings) {
        const auto finding = tx.maybe<Finding>(unbooked, entry, operation,
                                               domain::storage::written<operations::carried_out>,
                                               operations::amount_differs);
        if (finding) return told(check, *finding);
    }
    return {};
}

std::int64_t count(Transaction& tx, std::string_view sql)
{
    return tx.one<std::int64_t>(sql);
}

} // namespace

Audit audit(Transaction& tx)
{
    Audit result;
    result.transactions = count(tx, "SELECT COUNT(*) FROM ledger_transactions");
    result.postings = count(tx, "SELECT COUNT(*) FROM ledger_postings");
    result.accounts = count(tx, "SELECT COUNT(*) FROM ledger_accounts");
    result.outside_minor = count(tx, R"(
        SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT)
          FROM ledger_postings
         WHERE account_id = 'world')");
    result.first_difference = broken_rule(tx);
    return result;
}

} // namespace payments::reconciliation
