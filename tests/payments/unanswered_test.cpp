#include <gmock/gmock.h>

#include "domain/storage/failures.hpp"
#include "domain/storage/tripwire.hpp"
#include "payments/flows/command_of.hpp"
#include "payments/flows/sending.hpp"
#include "payments/operations/left_to_people_store.hpp"
#include "payments/operations/operations.hpp"
#include "payments/payment_accounts/payment_accounts.hpp"
#include "tests/payments/unanswered.hpp"

namespace {

using namespace tests;
using payments::Kind;
using payments::Role;
using payments::operations::State;

TEST_F(Unanswered, APayInThatMangopayFailedAtIsToldAndPaidAnew)
{
    fault("server_error_kept", "POST /payins/card/web");
    const auto order = given_an_order(ana, ben);
    EXPECT_EQ(pay(order, ana).status, 202);

    travel(std::chrono::seconds{10});
    run_jobs();
    const auto told = payment_of(order);
    EXPECT_EQ(told.at("state"), "failed");
    EXPECT_EQ(told.at("reason").at("code"), "not_made");

    EXPECT_EQ(pay(order, ana).status, 201);
    decide_card(order);
    EXPECT_EQ(state_of(order), "funded");
}

TEST_F(Unanswered, WhoeverPaysReadsTheReasonAsSoonAsMangopaysListsAreComplete)
{
    fault("server_error_kept", "POST /payins/card/web");
    const auto order = given_an_order(ana, ben);
    EXPECT_EQ(pay(order, ana).status, 202);
    run_jobs(); // the event of the plan; from here on only what is due is looked at
    EXPECT_EQ(payment_of(order).at("state"), "processing") << "their listing may lag behind";

    travel(std::chrono::seconds{6});
    run_jobs();
    const auto told = payment_of(order);
    EXPECT_EQ(told.at("state"), "failed");
    EXPECT_EQ(told.at("reason").at("code"), "not_made");
}

TEST_F(Unanswered, ABrokenConnectionIsMadeGoodWhileThePersonWaits)
{
    fault("drop", "POST /payins/card/web");
    const auto order = given_an_order(ana, ben);
    const auto asked = pay(order, ana);
    EXPECT_EQ(asked.status, 201);
    EXPECT_FALSE(asked.body.at("redirect_url").is_null());
}

TEST_F(Unanswered, APayInGoesOnAsSoonAsItsPayersAccountIsThere)
{
    namespace operations = payments::operations;
    const auto order = given_an_order(ana, ben);
    // Somebody else is just opening her account, and takes longer than she waits.
    auto opening = db.transaction([&](domain::Transaction& tx) {
        const auto id = *payments::payment_accounts::open(tx, ana.id, Role::payer).next_operation;
        const auto planned = operations::find(tx, id);
        EXPECT_TRUE(operations::claim(tx, planned));
        return planned;
    });
    EXPECT_EQ(pay(order, ana).status, 202);
    run_jobs();
    EXPECT_EQ(payment_of(order).at("state"), "processing");

    const auto command =
        db.read([&](domain::Transaction& tx) { return payments::flows::command_of(tx, opening); });
    payments::flows::settle(payments_context, opening.id,
                            mangopay.send(*command, opening.idempotency_key));
    run_jobs(); // and not a moment later
    EXPECT_EQ(payment_of(order).at("state"), "awaiting_card");
}

TEST_F(Unanswered, ATransferThatMangopayFailedAtIsMadeOnceWithAnotherKey)
{
    const auto order = given_a_funded_order();
    fault("server_error_kept", "POST /transfers");
    validate(order);
    heal(1);
    EXPECT_EQ(operations_of(order, Kind::transfer).size(), 1U) << "its listing may lag behind";

    heal(12);
    EXPECT_EQ(state_of(order), "released");
    EXPECT_EQ(operations_of(order, Kind::transfer).size(), 2U);
    settle_payouts();
    EXPECT_EQ(paid_out(), gross - commission);
}

/// A disk that is full from the moment Mangopay's answer is to be booked.
class FullForAnswers final : public domain::storage::Tripwire {
public:
    void before(std::string_view sql) override
    {
        if (sql.find("INSERT INTO ledger_resolutions") != std::string_view::npos)
            throw domain::storage::StorageFull("no room");
    }
    void after(std::string_view /*sql*/) override {}
};

TEST_F(Unanswered, ATransferWhoseAnswerFoundNoRoomIsBookedAsSoonAsThereIsSome)
{
    const auto order = given_a_funded_order();
    fault("hook_suppress", "TRANSFER_NORMAL", 1'000); // it found no room either
    FullForAnswers disk;
    db.watch(&disk);
    EXPECT_THROW(validate(order), domain::storage::StorageFull);
    db.watch(nullptr);

    travel(std::chrono::seconds{41}); // what the worker had in hand is taken up again
    run_jobs();
    EXPECT_EQ(state_of(order), "released");
    EXPECT_EQ(operations_of(order, Kind::transfer).size(), 1U);
}

TEST_F(Unanswered, ARefundThatMangopayFailedAtIsMadeOnceWithAnotherKey)
{
    const auto order = given_a_funded_order();
    fault("server_error_kept", "POST /payins/:id/refunds");
    cancel(order);
    heal(12);
    EXPECT_EQ(state_of(order), "refunded");
    EXPECT_EQ(operations_of(order, Kind::refund).size(), 2U);
}

TEST_F(Unanswered, ARefundThatIsRefusedForAMomentIsTriedAgainWithinMinutes)
{
    const auto order = given_a_funded_order();
    fault("forbidden", "POST /payins/:id/refunds");
    cancel(order);
    EXPECT_EQ(state_of(order), "cancelled");
    travel(std::chrono::minutes{6});
    settle_down();
    EXPECT_EQ(state_of(order), "refunded");
}

TEST_F(Unanswered, ARefundThatIsRefusedForGoodIsNotRepeatedAndLeftToPeople)
{
    const auto order = given_a_funded_order();
    travel(std::chrono::days{345}); // Mangopay gives back to a card for eleven months
    cancel(order);
    for (int day = 0; day < 5; ++day) {
        travel(std::chrono::hours{26});
        settle_down();
    }
    EXPECT_EQ(operations_of(order, Kind::refund).size(), 1U);
    const auto refused = db.read(
        [](domain::Transaction& tx) { return payments::operations::left_to_people(tx, "", 10); });
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0].operation.plan.amount.minor(), gross);
    EXPECT_EQ(refused[0].operation.result_code, "001403");
    EXPECT_EQ(refused[0].why, payments::operations::Why::refund_refused);
}

TEST_F(Unanswered, APayInThatNobodyNeededIsGivenBackAtTheSecondAttemptToo)
{
    const auto order = given_an_order(ana, ben);
    pay(order, ana);
    const auto other = given_an_order(ana, ben);
    pay(other, ana);
    decide_card(other);
    // Another pay-in has funded the order by the time this one arrives.
    db.transaction([&](domain::Transaction& tx) {
        tx.run("UPDATE orders SET state = 'funded', payin_id = :payin WHERE id = :id",
               operations_of(other, Kind::pay_in).at(0).id, order);
    });
    fault("forbidden", "POST /payins/:id/refunds");
    decide_card(order);
    travel(std::chrono::minutes{6});
    settle_down();
    EXPECT_EQ(stand_in.state().at("out").get<std::int64_t>(), gross);
}

TEST_F(Unanswered, AnAmountThatDiffersIsSeenBooksNothingAndHealsWithTheTruth)
{
    const auto order = given_an_order(ana, ben);
    pay(order, ana);
    fault("lie", "GET /payins/:id", 1'000);
    decide_card(order);
    heal(1);
    EXPECT_EQ(operations_of(order, Kind::pay_in).at(0).state, State::manual_review);
    EXPECT_EQ(state_of(order), "awaiting_payment");
    const auto ready = get("/readyz").body;
    EXPECT_EQ(ready.at("status"), "ready_with_warnings");
    EXPECT_EQ(ready.at("money_in_review"), 1);
    const auto seen = payment_of(order);
    EXPECT_EQ(seen["state"], "processing");
    EXPECT_EQ(seen["reason"]["code"], "amount_differs");
    EXPECT_EQ(seen["reason"]["try_again"], "never");
    const auto listed = get("/v1/staff/money-waiting", given_staff().bearer).body["items"].at(0);
    EXPECT_EQ(listed["reason"]["detail"], seen["reason"]["text"]);
    EXPECT_NE(listed["reason"]["detail"].get<std::string>().find("autre montant"),
              std::string::npos)
        << listed;

    stand_in.control("DELETE", "/faults");
    heal();
    EXPECT_EQ(state_of(order), "funded");
    EXPECT_TRUE(payment_of(order)["reason"].is_null());
    EXPECT_EQ(get("/readyz").body.at("status"), "ready");
}

TEST_F(Review, EndsByTheObjectThatPeopleFoundOnceItHasBeenRead)
{
    const auto payment = given_in_review("server_error_after");
    const payments::ResourceId found(made_at_mangopay(payment.id.text()));
    EXPECT_TRUE(payments::flows::decide_happened(payments_context, payment.id, found));
    EXPECT_EQ(operations_of(order, Kind::pay_in).at(0).state, State::failed); // its page is over
    EXPECT_FALSE(payments::flows::decide_happened(payments_context, payment.id, found));
    EXPECT_EQ(pay(order, ana).status, 201);
}

TEST_F(Review, IsNotEndedByAnObjectOfSomethingElse)
{
    const auto other = given_a_funded_order();
    const auto payment = given_in_review("server_error_kept");
    const payments::ResourceId wrong(pay_in_of(other));
    EXPECT_TRUE(payments::flows::decide_happened(payments_context, payment.id,
                                                 payments::ResourceId("payin_m_nowhere")));
    EXPECT_EQ(operations_of(order, Kind::pay_in).at(0).state, State::manual_review);
    EXPECT_FALSE(payments::flows::decide_happened(payments_context, payment.id, wrong))
        << "it is another order's";
    EXPECT_EQ(state_of(order), "awaiting_payment");
}

TEST_F(Review, EndsByPeopleWhoFoundThatItDidNotHappen)
{
    const auto payment = given_in_review("server_error_kept");
    EXPECT_TRUE(payments::flows::decide_did_not_happen(payments_context, payment.id, true));
    EXPECT_EQ(payment_of(order).at("reason").at("code"), "not_made");
    EXPECT_FALSE(payments::flows::decide_did_not_happen(payments_context, payment.id, true));

    EXPECT_EQ(pay(order, ana).status, 201);
    decide_card(order);
    EXPECT_EQ(state_of(order), "funded");
}

TEST_F(Unanswered, APayoutThatMangopayFailedAtIsMadeOnceWithAnotherKey)
{
    const auto order = given_a_funded_order();
    fault("server_error_kept", "POST /payouts/bankwire");
    validate(order);
    heal(12);
    settle_payouts();
    EXPECT_EQ(paid_out(), gross - commission);
}

TEST_F(Unanswered, APayoutIsFoundAmongTheEventsWhenItsOwnersListIsShut)
{
    const auto order = given_a_funded_order();
    fault("server_error_after", "POST /payouts/bankwire");
    for (const auto* route : {"GET /responses", "GET /users/:id/transactions"})
        fault("server_error", route, 10'000);
    fault("hook_suppress", "PAYOUT", 1'000);
    constexpr std::int64_t three_days_ms = 3LL * 24 * 60 * 60 * 1'000;
    stand_in.control("PUT", "/settings", {{"payout_delay_ms", three_days_ms}});
    validate(order);
    travel(std::chrono::hours{24});
    run_jobs();
    const auto payout = [&] {
        return db.read([](domain::Transaction& tx) {
            return tx.one<std::string>("SELECT state FROM money_operations WHERE kind = 'payout'");
        });
    };
    EXPECT_EQ(payout(), "created");

    settle_payouts();
    EXPECT_EQ(paid_out(), gross - commission);
    heal(40); // its hook was lost: a payout is looked at every hour
    EXPECT_EQ(payout(), "succeeded");
}

TEST_F(Unanswered, WhatWasNeverSentIsStillPlannedADayLater)
{
    const auto order = given_an_order(ana, ben);
    travel(std::chrono::hours{1}); // the token is over
    fault("server_error", "POST /oauth/token", 100'000);
    EXPECT_EQ(pay(order, ana).status, 202);
    for (int hour = 0; hour < 30; ++hour) {
        travel(std::chrono::hours{1});
        run_jobs();
    }
    const auto payment = operations_of(order, Kind::pay_in).at(0);
    EXPECT_EQ(payment.state, State::planned);
    EXPECT_FALSE(payment.first_sent_at);

    stand_in.control("DELETE", "/faults");
    EXPECT_EQ(pay(order, ana).status, 201);
    decide_card(order);
    EXPECT_EQ(state_of(order), "funded");
}

} // namespace
