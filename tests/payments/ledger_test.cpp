#include <thread>

#include "domain/core/id.hpp"
#include "domain/storage/failures.hpp"
#include "payments/ledger/ledger.hpp"
#include "payments/ledger/statement.hpp"
#include "payments/reconciliation/audit.hpp"
#include "tests/support/marketplace.hpp"

namespace {

using namespace tests;
using namespace payments;
using domain::eur;
using domain::Transaction;
using domain::storage::ConstraintViolated;
using ledger::Kind;

class Ledger : public Marketplace {
protected:
    const ledger::Account purse = ledger::free_of(WalletId("wlt_a"));
    const ledger::Account escrow = ledger::held_of(WalletId("wlt_a"), domain::OrderId::fresh(now));
    const ledger::Account earned = ledger::free_of(WalletId("wlt_b"));

    bool pay_in(const std::string& cause, std::int64_t cents)
    {
        return db.transaction([&](Transaction& tx) {
            return ledger::book(
                tx, ledger::moved(Kind::pay_in, cause, ledger::world(), purse, eur(cents)));
        });
    }
    void run(const std::string& sql)
    {
        db.transaction([&](Transaction& tx) { tx.run(sql); });
    }
    std::int64_t available(const ledger::Account& account)
    {
        return db.transaction(
            [&](Transaction& tx) { return ledger::available(tx, account).minor(); });
    }
    std::string difference()
    {
        return db.read([](Transaction& tx) { return reconciliation::audit(tx).first_difference; });
    }
    /// Postings as somebody without our code would write them, then their transaction.
    void write_by_hand(const std::vector<std::int64_t>& amounts)
    {
        db.transaction([&](Transaction& tx) {
            ledger::book(tx, ledger::moved(Kind::pay_in, "opens the accounts", ledger::world(),
                                           purse, eur(1)));
            const auto id = domain::LedgerTransactionId::fresh(tx.now).text();
            std::int64_t n = 0;
            for (const auto amount : amounts) {
                tx.run("INSERT INTO ledger_postings VALUES (:id, :n, 'world', :amount, 'EUR')", id,
                       ++n, amount);
            }
            tx.run("INSERT INTO ledger_transactions (id, cause, kind, pending, at) "
                   "VALUES (:id, 'by hand', 'pay_in', 0, 0)",
                   id);
        });
    }
};

TEST_F(Ledger, BooksACauseOnce)
{
    EXPECT_TRUE(pay_in("pay_in mop_1", 500));
    EXPECT_FALSE(pay_in("pay_in mop_1", 500));
    EXPECT_EQ(available(purse), 500);
    EXPECT_EQ(difference(), "");
}

TEST_F(Ledger, GivesNoMoreThanThereIs)
{
    pay_in("pay_in mop_1", 500);
    EXPECT_THROW(db.transaction([&](Transaction& tx) {
        ledger::book(tx, ledger::moved(Kind::hold, "hold", purse, escrow, eur(501)));
    }),
                 ledger::Overdrawn);
    EXPECT_EQ(available(purse), 500);
    EXPECT_EQ(count("ledger_transactions"), 1);
}

TEST_F(Ledger, SetsAsideWhatIsPendingAndGivesItWhenPosted)
{
    pay_in("pay_in mop_1", 500);
    const auto reserve = [&](const std::string& cause) {
        db.transaction([&](Transaction& tx) {
            ledger::reserve(tx,
                            {Kind::release,
                             cause,
                             {{purse, eur(-500)}, {earned, eur(440)}, {ledger::fees(), eur(60)}}});
        });
    };
    reserve("first");
    EXPECT_EQ(available(purse), 0);
    EXPECT_EQ(available(earned), 0);
    EXPECT_EQ(difference(), "");

    db.transaction([](Transaction& tx) { ledger::cancel(tx, "first"); });
    EXPECT_EQ(available(purse), 500);
    EXPECT_EQ(difference(), "");

    reserve("second");
    db.transaction([](Transaction& tx) { ledger::post(tx, "second"); });
    db.transaction([](Transaction& tx) { ledger::post(tx, "second"); });
    EXPECT_EQ(available(purse), 0);
    EXPECT_EQ(available(earned), 440);
    EXPECT_EQ(difference(), "");
    EXPECT_THROW(db.transaction([](Transaction& tx) { ledger::cancel(tx, "second"); }),
                 domain::Bug);
}

TEST_F(Ledger, RefusesByConstraintWhatDoesNotBalance)
{
    EXPECT_THROW(write_by_hand({-100, 99}), ConstraintViolated);
    EXPECT_THROW(write_by_hand({100}), ConstraintViolated);
    EXPECT_THROW(write_by_hand({}), ConstraintViolated);
    EXPECT_NO_THROW(write_by_hand({-100, 100}));
}

TEST_F(Ledger, RefusesByConstraintPostingsWithoutOrAfterTheirTransaction)
{
    pay_in("pay_in mop_1", 500);
    EXPECT_THROW(run("INSERT INTO ledger_postings VALUES ('ltx_none', 1, 'world', 1, 'EUR')"),
                 ConstraintViolated);
    EXPECT_THROW(run("INSERT INTO ledger_postings SELECT id, 3, 'world', 1, 'EUR' "
                     "FROM ledger_transactions"),
                 ConstraintViolated);
}

TEST_F(Ledger, IsAppendOnly)
{
    pay_in("pay_in mop_1", 500);
    db.transaction([&](Transaction& tx) {
        ledger::reserve(tx, ledger::moved(Kind::refund, "refund", purse, ledger::world(), eur(1)));
        ledger::post(tx, "refund");
    });
    for (const std::string change :
         {"UPDATE ledger_transactions SET at = 1", "UPDATE ledger_postings SET amount = 1",
          "UPDATE ledger_resolutions SET outcome = 'void'",
          "UPDATE ledger_accounts SET part = 'fees'", "DELETE FROM ledger_resolutions",
          "DELETE FROM ledger_postings", "DELETE FROM ledger_transactions"}) {
        EXPECT_THROW(run(change), ConstraintViolated) << change;
    }
    EXPECT_EQ(difference(), "");
}

TEST_F(Ledger, IsRecountedByCodeThatNamesTheFirstDifference)
{
    pay_in("pay_in mop_1", 500);
    run("UPDATE ledger_balances SET amount = 499");
    EXPECT_EQ(difference(),
              "a balance is not the sum of its postings: wlt_a:free, expected 500, found 499");
}

TEST_F(Ledger, NamesAMovementThatSucceededUnbooked)
{
    run("INSERT INTO money_operations (id, kind, state, intent, idempotency_key, account_id, role, "
        "amount_minor, fees_minor, currency, author_id, debited_wallet_id, credited_wallet_id, "
        "target_id, return_url, result_code, redirect_url, attempts, due_at, created_at, version) "
        "VALUES ('mop_x', 'pay_in', 'succeeded', 'i', '123456789012345678901234567890123456', 'a', "
        "'payer', 700, 0, 'EUR', '', '', '', '', '', '', '', 0, 0, 0, 1)");
    EXPECT_EQ(difference(), "a pay-in that succeeded is not booked: mop_x, expected 700, found 0");
}

TEST_F(Ledger, PrintsAnAccountsStatement)
{
    pay_in("pay_in mop_1", 500);
    now += std::chrono::seconds{1};
    db.transaction([&](Transaction& tx) {
        ledger::book(tx, ledger::moved(Kind::hold, "hold mop_1", purse, escrow, eur(200)));
    });
    const auto lines = db.read([&](Transaction& tx) { return ledger::statement(tx, purse.id()); });
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[1].kind, "hold");
    EXPECT_EQ(lines[1].amount, -200);
    EXPECT_EQ(lines[1].balance, 300);
}

TEST_F(Ledger, CountsRightWhenManyWriteAtOnce)
{
    constexpr int writers = 8;
    constexpr int each = 20;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            for (int i = 0; i < each; ++i) {
                pay_in("pay_in " + std::to_string(writer) + " " + std::to_string(i), 10);
                pay_in("pay_in shared " + std::to_string(i), 1);
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(available(purse), writers * each * 10 + each);
    EXPECT_EQ(difference(), "");
}

} // namespace
