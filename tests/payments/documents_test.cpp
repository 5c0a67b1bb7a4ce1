// No release without its invoices: what would keep them from being issued holds the money, with the
// reason where people look, and lets it go by itself once it is mended. A clock far ahead is such a
// reason, and so is a series that one has dated.

#include <gmock/gmock.h>

#include <thread>

#include "domain/orders/escrow.hpp"
#include "tests/payments/documents.hpp"

namespace {

using namespace tests;
using namespace std::chrono_literals;
using payments::Kind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The wording of the franchise is known until 2028-06-30.
TEST_F(Documents, OfAServiceWithoutAWordingHoldItsMoney)
{
    using namespace std::chrono;
    travel(sys_days{2028y / 6 / 20} + 8h - now);
    settle_down();
    const auto eva = given_a_client("Eva");
    const auto carl = given_a_franchisee();
    const auto order = given_a_paid_deal(eva, carl, "0");
    deliver(order, carl);
    travel(days{12}); // two weeks of silence would validate it by themselves
    settle_down();
    accept_work(order, eva);

    expect_to_wait(order, eva, carl, {"vat"});
    later();
    expect_to_wait(order, eva, carl, {"vat"});

    // As if a release of ours knew the next wording: what it was supplied under is known.
    db.transaction([&](domain::Transaction& tx) {
        tx.run("UPDATE orders SET validated_at = :at WHERE id = :id",
               domain::Instant{sys_days{2028y / 6 / 30} + 8h}, order);
    });
    later();
    expect_to_go_on(order);
}

/// The operator asks for more since, with another VAT, under another mandate.
TEST_F(Documents, AreWrittenOnTheTermsThatWereAgreed)
{
    const auto order = given_a_paid_deal(ana, ben);
    deliver(order, ben);
    platform.commission_rate = domain::BasisPoints{1500};
    platform.commission_vat = domain::BasisPoints{2100};
    platform.mandate_version = "2031-01";
    EXPECT_EQ(act(order, "cancellation", ana).status, 409) << "ben may be paid as before";
    accept_work(order, ana);

    expect_to_go_on(order);
    EXPECT_EQ(commission_on(order), (json{{"rate", 2000}, {"amounts", {10'00, 2'00, 12'00}}}));

    platform.mandate_version = "2026-01";
    const auto next = given_a_paid_deal(ana, ben);
    deliver(next, ben);
    accept_work(next, ana);
    EXPECT_EQ(commission_on(next), (json{{"rate", 2100}, {"amounts", {15'00, 3'15, 18'15}}}));
}

TEST_F(Documents, OfARestAreWrittenOnTheTermsThatWereAgreed)
{
    const auto order = given_a_paid_deal(ana, ben);
    deliver(order, ben);
    done(200, post("/v1/orders/" + order + "/contestation", {{"reason", "Trop court."}},
                   signed_in(ana)));
    platform.commission_vat = domain::BasisPoints{2100};
    done(200, post("/v1/staff/orders/" + order + "/decision",
                   {{"decision", "partial_refund"},
                    {"refund", {{"amount", 60'00}, {"currency", "EUR"}}},
                    {"reason", "La moitié des rideaux."}},
                   signed_in(sam)));
    settle_down();

    expect_to_go_on(order);
    EXPECT_EQ(commission_on(order), (json{{"rate", 2000}, {"amounts", {5'00, 1'00, 6'00}}}));
}

TEST_F(Documents, AreNotDatedByAClockFarAheadOfMangopays)
{
    const auto order = given_a_paid_deal(ana, ben);
    deliver(order, ben);
    let_our_clock_jump(10min);
    accept_work(order, ana);

    expect_to_wait(order, ana, ben, {"clock_ahead"});
    EXPECT_EQ(ready()["clock_ahead"], true);

    let_our_clock_jump(-10min);
    travel(16min);
    settle_down();
    expect_to_go_on(order);
    EXPECT_EQ(ready()["clock_ahead"], false);
    EXPECT_EQ(ready()["status"], "ready");
}

TEST_F(Documents, AreDatedByAClockFiveMinutesAhead)
{
    const auto order = given_a_paid_deal(ana, ben);
    deliver(order, ben);
    let_our_clock_jump(5min);
    accept_work(order, ana);
    expect_to_go_on(order);
}

/// The money went when all was well; the clock was moved before the invoices were written.
TEST_F(Documents, OfReleasedMoneyWaitAndAreNeverGivenUp)
{
    const auto order = given_a_paid_deal(ana, ben);
    deliver(order, ben);
    done(200, act(order, "validation", ana));
    db.transaction([&](domain::Transaction& tx) {
        const auto id = *domain::OrderId::parse(order);
        domain::orders::plan_release(tx, id);
        domain::orders::mark_released(tx, id);
    });
    for (int day = 0; day < 30; ++day) {
        travel(26h);
        let_our_clock_jump(10min);
        run_jobs();
    }
    EXPECT_THAT(numbers_of(order), IsEmpty());
    EXPECT_EQ(ready()["invoices_waiting"], 1);
    EXPECT_EQ(ready()["events_given_up"], 0);
    const auto listed = waiting();
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0]["why"], "invoices_wait");
    EXPECT_TRUE(listed[0]["kind"].is_null());
    EXPECT_THAT(fields_in(listed[0]["lacks"]), ElementsAre("clock_ahead"));

    travel(26h); // ours is Mangopay's again
    run_jobs();
    EXPECT_EQ(numbers_of(order).size(), 2U);
    EXPECT_EQ(ready()["invoices_waiting"], 0);
}

TEST_F(Documents, AreIssuedWhileMangopayIsSilentWhichIsAWarningOnly)
{
    run_jobs();
    EXPECT_EQ(ready()["mangopay_silent"], false);
    fault("server_error", "", 10'000);
    travel(25h);
    run_jobs();

    EXPECT_EQ(ready()["mangopay_silent"], true);
    EXPECT_EQ(ready()["clock_ahead"], false);
    const auto answer = get("/readyz");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body["status"], "ready_with_warnings");
    stand_in.control("DELETE", "/faults");
    std::this_thread::sleep_for(1s); // a token that was refused is asked for again after a second
    travel(2h);
    settle_down();
    EXPECT_EQ(ready()["status"], "ready");
}

/// Everybody's clock was forty days ahead for one deal, and is right again for the next.
class PoisonedSeries : public Documents {
protected:
    std::string before, order, own_prefix;

    void SetUp() override
    {
        travel(std::chrono::days{40});
        settle_down();
        before = given_a_paid_deal(ana, ben);
        deliver(before, ben);
        accept_work(before, ana);
        ASSERT_EQ(numbers_of(before).size(), 2U);
        own_prefix = numbers_of(before)[0].substr(0, 7);
        travel(-std::chrono::days{40});
        settle_down();
        order = given_a_paid_deal(ana, ben);
        deliver(order, ben);
        accept_work(order, ana);
    }
};

TEST_F(PoisonedSeries, HoldTheNextInvoicesUntilTwoPeopleDecide)
{
    expect_to_wait(order, ana, ben, {"series_ahead", "series_ahead"});
    EXPECT_EQ(ready()["series_ahead"], 2);
    EXPECT_EQ(propose(sam, "start_new_series", "NONE").status, 422);

    decided("start_new_series", "EC");
    decided("accept_series_date", own_prefix);
    later();

    expect_to_go_on(order);
    EXPECT_EQ(ready()["series_ahead"], 0);
    EXPECT_THAT(numbers_of(before), ElementsAre(own_prefix + "-2027-000001", "EC-2027-000001"));
    EXPECT_THAT(numbers_of(order), ElementsAre(own_prefix + "-2027-000002", "EC2-2026-000001"));
    EXPECT_TRUE(all_series_are_whole());
    EXPECT_EQ(propose(sam, "start_new_series", "EC").status, 422) << "it has ended";
    EXPECT_EQ(propose(sam, "start_new_series", "EC2").status, 409) << "it is not ahead";
    EXPECT_EQ(propose(sam, "accept_series_date", own_prefix).status, 409) << "it was accepted";
}

TEST_F(PoisonedSeries, LetGoAsSoonAsTwoPeopleHaveDecided)
{
    decided("start_new_series", "EC");
    later(); // the next round of what waits is five minutes away
    expect_to_wait(order, ana, ben, {"series_ahead"});

    decided("accept_series_date", own_prefix);
    expect_to_go_on(order);
}

TEST_F(PoisonedSeries, LetTheInvoicesOfReleasedMoneyGoAsSoonAsTwoPeopleHaveDecided)
{
    db.transaction([&](domain::Transaction& tx) {
        const auto id = *domain::OrderId::parse(order);
        domain::orders::plan_release(tx, id);
        domain::orders::mark_released(tx, id);
    });
    run_jobs();
    decided("start_new_series", "EC");
    later();
    EXPECT_EQ(ready()["invoices_waiting"], 1);

    decided("accept_series_date", own_prefix);
    EXPECT_EQ(numbers_of(order).size(), 2U);
    EXPECT_EQ(ready()["invoices_waiting"], 0);
}

TEST_F(PoisonedSeries, TakeWhatIsDecidedOnceAndOnlyWhileItIsNeeded)
{
    const auto made = propose(sam, "start_new_series", "EC");
    ASSERT_EQ(made.status, 201) << made.bytes;
    EXPECT_EQ(propose(kim, "accept_series_date", "EC").status, 409) << "one at a time";
    travel(std::chrono::days{41}); // the time has caught up
    ASSERT_EQ(decide(kim, made.body, "accept").status, 200);
    carry_out();

    EXPECT_EQ(shown(made.body)["state"], "impossible");
    later();
    expect_to_go_on(order);
    EXPECT_EQ(numbers_of(order)[1], "EC-2027-000002");
}

} // namespace
