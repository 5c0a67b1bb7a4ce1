#include <gmock/gmock.h>

#include "payments/ledger/ledger.hpp"
#include "tests/payments/two_people.hpp"

namespace {

using namespace tests;
using payments::Kind;
using payments::operations::State;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST_F(TwoPeople, EndARefundThatIsRefusedForGoodByABankTransfer)
{
    const auto order = given_a_refused_refund();
    travel(std::chrono::days{2});
    settle_down();
    EXPECT_EQ(mails_about("par virement", ana), 1U) << "told once, whatever the days";
    const auto left = waiting();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0]["why"], "refund_refused");
    EXPECT_EQ(left[0]["amount"]["amount"], gross);
    EXPECT_EQ(left[0]["age_days"], 2);
    EXPECT_EQ(left[0]["reason"]["code"], "001403");
    EXPECT_EQ(get("/readyz").body["refunds_refused"], 1);

    decided("paid_by_other_means", left[0]["id"], bank_transfer());

    EXPECT_EQ(state_of(order), "refunded");
    const auto wallet = wallet_of(ana, payments::Role::payer);
    EXPECT_EQ(balance(wallet + ":remainder"), gross);
    EXPECT_EQ(balance(wallet + ":held:" + order), 0);
    EXPECT_EQ(at_mangopay(wallet), gross) << "it is the operator's, and still there";
    EXPECT_THAT(waiting(), IsEmpty());
    EXPECT_EQ(get("/readyz").body["status"], "ready");
    EXPECT_EQ(mails_about("vous a été payée", ana), 1U);
}

TEST_F(TwoPeople, AreNotOnePerson)
{
    given_a_refused_refund();
    const auto id = waiting()[0]["id"].get<std::string>();
    const auto made = propose(sam, "paid_by_other_means", id, bank_transfer());
    ASSERT_EQ(made.status, 201);
    EXPECT_TRUE(made.body["takes_effect_at"].is_null());
    EXPECT_EQ(waiting()[0]["proposal_id"], made.body["id"]);
    EXPECT_EQ(decide(sam, made.body, "accept").status, 409);
    EXPECT_EQ(decide(kim, made.body, "withdraw").status, 409);
    EXPECT_EQ(propose(kim, "paid_by_other_means", id, bank_transfer()).status, 409)
        << "one at a time";
    run_jobs();
    EXPECT_EQ(mailbox.to(kim.email).size(), 1U);
    travel(std::chrono::days{30});
    carry_out();
    EXPECT_EQ(shown(made.body)["state"], "proposed") << "somebody may decide";

    EXPECT_EQ(decide(kim, made.body, "refuse").status, 200);
    carry_out();
    EXPECT_EQ(shown(made.body)["state"], "refused");
    EXPECT_EQ(decide(kim, made.body, "accept").status, 409);
    EXPECT_EQ(waiting().size(), 1U);
    const auto again = propose(kim, "paid_by_other_means", id, bank_transfer());
    EXPECT_EQ(decide(kim, again.body, "withdraw").body["state"], "withdrawn");
}

TEST_F(TwoPeople, DecideOnceTheirSecondFactorIsInForceForThreeDays)
{
    given_a_refused_refund();
    const auto made = propose(sam, "paid_by_other_means", waiting()[0]["id"], bank_transfer());
    ASSERT_EQ(made.status, 201) << made.bytes;
    db.transaction([&](domain::Transaction& tx) {
        tx.run("UPDATE account_credentials SET totp_confirmed_at = :at WHERE account_id = :id",
               now - std::chrono::hours{71}, kim.id);
    });
    const auto early = decide(kim, made.body, "accept");
    EXPECT_EQ(early.status, 409);
    EXPECT_THAT(early.bytes, HasSubstr("72 heures"));

    travel(std::chrono::hours{1});
    EXPECT_EQ(decide(kim, made.body, "accept").status, 200);
}

TEST_F(TwoPeople, ProveTheSecondFactorAnew)
{
    given_a_refused_refund();
    const json wish = {{"kind", "paid_by_other_means"},
                       {"subject", waiting()[0]["id"]},
                       {"reason", "Vu avec la cliente."},
                       {"evidence", bank_transfer()},
                       {"code", "000000"}};
    EXPECT_EQ(post("/v1/staff/proposals", wish, signed_in(sam)).status, 401);
}

TEST_F(TwoPeople, GiveTheEvidenceThatTheKindAsksFor)
{
    given_a_refused_refund();
    const auto id = waiting()[0]["id"].get<std::string>();
    const auto lacking = propose(sam, "paid_by_other_means", id,
                                 {{"paid_on", "2099-01-01"}, {"mangopay_id", "refund_1"}});
    EXPECT_EQ(lacking.status, 422);
    for (const auto* field :
         {"evidence.bank_reference", "evidence.paid_on", "evidence.mangopay_id"})
        EXPECT_THAT(lacking.bytes, HasSubstr(field));
    EXPECT_EQ(propose(sam, "movement_to_drop", id).status, 409) << "it is in nobody's doubt";
    EXPECT_EQ(propose(sam, "movement_to_drop", "ord_nothing").status, 422);
}

TEST_F(TwoPeople, PayNoClaimBeforeItArose)
{
    given_a_refused_refund();
    const auto id = waiting()[0]["id"].get<std::string>();
    const auto arose = day();
    travel(std::chrono::days{2});
    for (const auto& paid_on :
         {std::string("1900-01-01"), day(-std::chrono::days{3}), day(std::chrono::days{1})}) {
        const auto answer = propose(sam, "paid_by_other_means", id,
                                    {{"bank_reference", "VIR 42"}, {"paid_on", paid_on}});
        EXPECT_EQ(answer.status, 422) << paid_on;
        EXPECT_THAT(answer.bytes, HasSubstr("evidence.paid_on"));
        EXPECT_THAT(answer.bytes, HasSubstr(arose)) << "what would be right";
    }
    EXPECT_EQ(
        propose(sam, "paid_by_other_means", id, {{"bank_reference", "VIR 42"}, {"paid_on", arose}})
            .status,
        201);
}

TEST_F(TwoPeople, EndOneClaimByOneTransfer)
{
    const std::vector orders = {given_a_funded_order(), given_a_funded_order()};
    travel(std::chrono::days{345});
    for (const auto& order : orders)
        cancel(order);
    const auto left = waiting();
    ASSERT_EQ(left.size(), 2U);
    const std::string first = left[0]["id"];
    const std::string second = left[1]["id"];
    const auto ends = [&](const std::string& claim, const std::string& reference) {
        return propose(sam, "paid_by_other_means", claim, bank_transfer(reference));
    };
    const auto made = ends(first, "VIR 0042 é");
    ASSERT_EQ(made.status, 201);
    const auto expect_taken = [&] {
        const auto again = ends(second, "vir  0042É");
        EXPECT_EQ(again.status, 422);
        EXPECT_THAT(again.bytes, HasSubstr("evidence.bank_reference"));
        EXPECT_THAT(again.bytes, HasSubstr(made.body["id"].get<std::string>()));
    };
    expect_taken();
    EXPECT_EQ(decide(kim, made.body, "accept").status, 200);
    carry_out();
    expect_taken();

    const auto other = ends(second, "VIR 0043");
    EXPECT_EQ(decide(kim, other.body, "refuse").status, 200);
    EXPECT_EQ(ends(second, "VIR 0043").status, 201) << "what was refused ended nothing";
}

TEST_F(TwoPeople, PayNothingOtherwiseThatIsNotThereAnyMore)
{
    namespace ledger = payments::ledger;
    const auto order = given_a_refused_refund();
    const auto claim = waiting()[0]["id"].get<std::string>();
    const auto made = propose(sam, "paid_by_other_means", claim, bank_transfer());
    ASSERT_EQ(decide(kim, made.body, "accept").status, 200);
    // Between the decision and the deed a cent of it is spent, as by what happened after all.
    const payments::WalletId wallet(wallet_of(ana, payments::Role::payer));
    const auto held = ledger::held_of(wallet, *domain::OrderId::parse(order));
    db.transaction([&](domain::Transaction& tx) {
        ledger::book(tx, ledger::moved(ledger::Kind::made_even, "made_even elsewhere", held,
                                       ledger::free_of(wallet), domain::eur(1)));
    });
    carry_out();

    const auto ended = shown(made.body);
    EXPECT_EQ(ended["state"], "impossible");
    EXPECT_EQ(ended["steps"].back()["reason"], "money_not_there");
    EXPECT_EQ(operations_of(order, Kind::refund).back().state, State::failed);
    EXPECT_EQ(state_of(order), "cancelled");
    EXPECT_EQ(waiting().size(), 1U) << "the claim still waits";
}

TEST_F(TwoPeople, EndAPayoutThatIsRefusedForGood)
{
    const auto order = given_a_funded_order();
    fault("payout_failure", "", 1, {{"result_code", "002602"}});
    validate(order);
    settle_payouts();
    ben_has_left();
    expect_paid_otherwise();
}

TEST_F(TwoPeople, EndAPayoutThatTheBankSentBackToSomebodyWhoHasLeft)
{
    const auto order = given_a_funded_order();
    validate(order);
    settle_payouts();
    stand_in.control("POST", "/payouts/" + payout() + "/return",
                     {{"reason", "BANKACCOUNT_HAS_BEEN_CLOSED"}});
    settle_down();
    EXPECT_THAT(waiting(), IsEmpty()) << "ben may give another account";
    ben_has_left();
    expect_paid_otherwise();

    travel(std::chrono::minutes{1});
    told("PAYOUT_NORMAL_SUCCEEDED", payout());
    EXPECT_THAT(waiting(), IsEmpty()) << "that it left once is no news";
}

TEST_F(TwoPeople, LetAnAccountCloseThatSaidWhyItWaited)
{
    const auto order = given_a_refused_refund();
    give_a_password(ana);
    const auto closing =
        post("/v1/me/closure", {{"password", somebodys_password}}, signed_in(ana)).body;
    EXPECT_THAT(closing["waiting_for"].dump(), HasSubstr("claim_refused"));
    EXPECT_THAT(closing["waiting_for"].dump(), HasSubstr("IBAN"));

    decided("paid_by_other_means", waiting()[0]["id"], bank_transfer());
    travel(std::chrono::hours{2});
    settle_down();
    EXPECT_EQ(db.read([&](domain::Transaction& tx) {
        return std::string(name(domain::accounts::find(tx, ana.id).state));
    }),
              "closed");
    EXPECT_EQ(db.read([](domain::Transaction& tx) {
        return tx.one<std::int64_t>("SELECT COUNT(*) FROM events WHERE kind = :kind",
                                    name(domain::events::Kind::payment_user_closing));
    }),
              0)
        << "its wallet at Mangopay holds the operator's money";
    EXPECT_EQ(state_of(order), "refunded");
}

TEST_F(TwoPeople, SayThatItHappenedOnceItHasBeenRead)
{
    const auto other = given_a_funded_order();
    validate(other);
    const auto order = given_a_funded_order();
    const auto transfer = given_a_transfer_in_review(order);
    const auto found =
        made_at_mangopay(Kind::transfer, "TRANSFER_NORMAL_CREATED", transfer.id.text());
    const auto others = operations_of(other, Kind::transfer)[0].resource_id.text();
    for (const auto& wrong : {others, std::string("transfer_m_nowhere")}) {
        decided("movement_happened", transfer.id.text(), {{"mangopay_id", wrong}}, "impossible");
        EXPECT_EQ(operations_of(order, Kind::transfer)[0].state, State::manual_review);
    }

    decided("movement_happened", transfer.id.text(), {{"mangopay_id", found}});
    EXPECT_EQ(state_of(order), "released");
}

TEST_F(TwoPeople, HaveRepeatedWhatDidNotHappen)
{
    const auto order = given_a_funded_order();
    const auto transfer = given_in_review(order, Kind::transfer, "server_error_kept",
                                          "POST /transfers", [&] { validate(order); });
    EXPECT_EQ(get("/readyz").body["money_in_review"], 1);
    decided("movement_to_repeat", transfer.id.text());
    EXPECT_EQ(operations_of(order, Kind::transfer).size(), 2U) << "at once";
    heal();
    EXPECT_EQ(operations_of(order, Kind::transfer).size(), 2U);
    EXPECT_EQ(state_of(order), "released");
    EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(TwoPeople, AreBelievedLessThanMangopaysLaterNews)
{
    const auto order = given_a_funded_order();
    const auto transfer = given_a_transfer_in_review(order);
    const auto found =
        made_at_mangopay(Kind::transfer, "TRANSFER_NORMAL_CREATED", transfer.id.text());
    decided("movement_to_drop", transfer.id.text());
    EXPECT_EQ(operations_of(order, Kind::transfer)[0].state, State::failed);
    EXPECT_EQ(state_of(order), "validated");

    told("TRANSFER_NORMAL_SUCCEEDED", found);
    EXPECT_EQ(operations_of(order, Kind::transfer)[0].state, State::succeeded);
    EXPECT_EQ(state_of(order), "released");
    EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(TwoPeople, LookAtWhatHappenedAfterAllWithAnotherSum)
{
    const auto order = given_a_funded_order();
    const auto transfer = given_a_transfer_in_review(order);
    const auto found =
        made_at_mangopay(Kind::transfer, "TRANSFER_NORMAL_CREATED", transfer.id.text());
    const auto held = wallet_of(ana, payments::Role::payer) + ":held:" + order;
    fault("lie", "GET /transfers/:id", 10'000);
    for (int time = 0; time < 2; ++time) { // people may say again that it did not happen
        decided("movement_to_drop", transfer.id.text());
        travel(std::chrono::minutes{1});
        told("TRANSFER_NORMAL_SUCCEEDED", found);
        const auto left = waiting();
        ASSERT_EQ(left.size(), 2U) << "the movement, and the release that it is for";
        EXPECT_EQ(left[0]["why"], "in_review");
        EXPECT_EQ(left[0]["reason"]["code"], "amount_differs");
        EXPECT_EQ(left[1]["why"], "release_blocked");
        EXPECT_EQ(balance(held), gross) << "nothing of it is booked";
        EXPECT_EQ(state_of(order), "validated");
    }

    stand_in.control("DELETE", "/faults");
    heal(12);
    EXPECT_EQ(state_of(order), "released") << "read again it was right";
    EXPECT_EQ(balance(held), 0);
}

/// What differs is booked by nobody, so books and wallets differ until people have seen to it.
class Differing : public TwoPeople {
    void TearDown() override { expect_sound_ledger(); }
};

TEST_F(Differing, IsSettledByPeopleWhereAnotherTookItsPlace)
{
    const auto other = given_a_funded_order(); // in the same wallet: pays for the second transfer
    const auto order = given_a_funded_order();
    const auto transfer = given_a_transfer_in_review(order);
    const auto found =
        made_at_mangopay(Kind::transfer, "TRANSFER_NORMAL_CREATED", transfer.id.text());
    decided("movement_to_repeat", transfer.id.text());
    heal();
    fault("lie", "GET /transfers/:id", 10'000);
    told("TRANSFER_NORMAL_SUCCEEDED", found);
    const auto left = waiting();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0]["why"], "doubled");
    EXPECT_EQ(left[0]["reason"]["code"], "amount_differs");
    const auto wallet = wallet_of(ana, payments::Role::payer);
    EXPECT_EQ(balance(wallet + ":held:" + other), gross);
    EXPECT_EQ(mirrored(wallet), gross) << "nothing of it is booked";

    decided("movement_made_good", transfer.id.text());
    EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(TwoPeople, SeeWhatHappenedTwice)
{
    given_a_funded_order(); // whose money lies in the same wallet, and pays for the second transfer
    const auto order = given_a_funded_order();
    const auto transfer = given_a_transfer_in_review(order);
    const auto found =
        made_at_mangopay(Kind::transfer, "TRANSFER_NORMAL_CREATED", transfer.id.text());
    decided("movement_to_repeat", transfer.id.text());
    heal();
    EXPECT_EQ(state_of(order), "released");

    told("TRANSFER_NORMAL_SUCCEEDED", found);
    EXPECT_EQ(operations_of(order, Kind::transfer)[0].state, State::doubled);
    const auto left = waiting();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0]["why"], "doubled");
    EXPECT_EQ(left[0]["amount"]["amount"], gross);
    EXPECT_EQ(get("/readyz").body["money_doubled"], 1);
    const auto wallet = wallet_of(ana, payments::Role::payer);
    EXPECT_EQ(mirrored(wallet), 0) << "two orders' money, all of it gone";
    EXPECT_EQ(at_mangopay(wallet), 0);

    decided("movement_made_good", transfer.id.text());
    EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(TwoPeople, LetAPayInBePaidAnewThatDidNotHappen)
{
    const auto order = given_an_order(ana, ben);
    const auto first = given_in_review(order, Kind::pay_in, "server_error_after",
                                       "POST /payins/card/web", [&] { pay(order, ana); });
    decided("movement_to_drop", first.id.text());
    EXPECT_EQ(pay(order, ana).status, 201);
    decide_card(order);
    EXPECT_EQ(state_of(order), "funded");
    EXPECT_EQ(operations_of(order, Kind::pay_in).size(), 2U);
}

} // namespace
