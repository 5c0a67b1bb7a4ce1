#include <gmock/gmock.h>

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
