#include "tests/payments/deal.hpp"

namespace {

using namespace tests;
using domain::Instant;
using payments::Kind;
using payments::Role;
using payments::operations::State;

TEST_F(Deal, GoesFromTheCardToTheBankAccountByWayOfTheEscrow)
{
    const auto order = given_an_order(ana, ben);

    const auto asked = pay(order, ana);
    EXPECT_EQ(asked.status, 201);
    EXPECT_EQ(asked.body.at("state"), "awaiting_card");
    EXPECT_TRUE(asked.body.at("redirect_url").get<std::string>().starts_with(stand_in.url()));

    decide_card(order);
    EXPECT_EQ(get("/v1/orders/" + order + "/payment", ana.bearer).body.at("state"), "succeeded");
    EXPECT_EQ(state_of(order), "funded");
    EXPECT_EQ(balance(wallet_of(ana, Role::payer) + ":held:" + order), gross);

    validate(order);
    EXPECT_EQ(state_of(order), "released");
    EXPECT_EQ(balance(wallet_of(ben, Role::owner) + ":paying"), gross - commission);
    EXPECT_EQ(mirrored("FEES_EUR"), commission);

    settle_payouts();
    EXPECT_EQ(paid_out(), gross - commission);
    EXPECT_EQ(balance(wallet_of(ben, Role::owner) + ":paying"), 0);
}

TEST_F(Deal, IsNotPaidAfterItsTimeEvenBeforeTheSweep)
{
    const auto order = given_an_order(ana, ben);
    travel(std::chrono::days{7} - std::chrono::seconds{1});
    const auto in_time = given_an_order(ana, ben);
    EXPECT_EQ(pay(order, ana).status, 201);
    travel(std::chrono::days{7} + std::chrono::seconds{1});
    EXPECT_EQ(pay(in_time, ana).status, 409);
    EXPECT_EQ(state_of(in_time), "awaiting_payment") << "no sweep has come by";
    heal(1);
}

TEST_F(Deal, LeadsBackToItsOwnSiteOnly)
{
    platform.web_url = "https://shop.example";
    app.web_origins = {"https://atelier.example:8443"};
    const auto order = given_an_order(ana, ben);
    const auto led_to = [&](const std::string& url) {
        return post("/v1/orders/" + order + "/payment", {{"return_url", url}}, ana.bearer).status;
    };
    for (const auto* elsewhere :
         {"https://evil.example/", "https://shop.example.evil.example/",
          "https://shop.example@evil.example/", "http://shop.example/", "https://shop.example:444/",
          "http://127.0.0.1:1@evil.example/", "http://localhost:@evil.example", "shop.example",
          "https://shop.example/a b", "javascript:alert(1)"})
        EXPECT_EQ(led_to(elsewhere), 422) << elsewhere;
    EXPECT_EQ(led_to("https://atelier.example:8443/orders?paid#end"), 201);
    EXPECT_EQ(led_to("https://shop.example/orders"), 201);
}

TEST_F(Deal, IsPaidByItsClientOnly)
{
    const auto order = given_an_order(ana, ben);
    const auto eve = given_a_client("Eve");

    EXPECT_EQ(pay(order, eve).status, 404);
    EXPECT_EQ(pay(order, ben).status, 404);
    EXPECT_EQ(get("/v1/orders/" + order + "/payment", ana.bearer).status, 404);
    EXPECT_TRUE(operations_of(order, Kind::pay_in).empty());
}

TEST_F(Deal, IsPaidOnceHoweverOftenItIsAsked)
{
    const auto order = given_an_order(ana, ben);
    const auto first = pay(order, ana, "the-same-key");
    const auto again = pay(order, ana, "the-same-key");
    const auto other = pay(order, ana, "another-key");

    EXPECT_EQ(again.header("idempotency-hit"), "true");
    EXPECT_EQ(first.body.at("redirect_url"), again.body.at("redirect_url"));
    EXPECT_EQ(first.body.at("redirect_url"), other.body.at("redirect_url"));
    EXPECT_EQ(operations_of(order, Kind::pay_in).size(), 1U);
}

TEST_F(Deal, SaysWhyACardWasDeclinedAndTakesAnother)
{
    const auto order = given_an_order(ana, ben);
    pay(order, ana);
    decide_card(order, "refuse", {{"result_code", "101101"}});

    const auto refused = get("/v1/orders/" + order + "/payment", ana.bearer).body;
    EXPECT_EQ(refused.at("state"), "failed");
    EXPECT_EQ(refused.at("reason").at("code"), "101101");
    EXPECT_EQ(refused.at("reason").at("try_again"), "now");
    EXPECT_EQ(refused.at("reason").at("text"),
              "La banque a refusé la carte. Essayez-en une autre ou appelez votre banque.");
    EXPECT_EQ(state_of(order), "awaiting_payment");

    EXPECT_EQ(pay(order, ana).status, 201);
    decide_card(order);
    EXPECT_EQ(state_of(order), "funded");
    EXPECT_EQ(operations_of(order, Kind::pay_in).size(), 2U);
}

TEST_F(Deal, SendsBackWhatArrivesAfterTheOrderExpired)
{
    const auto order = given_an_order(ana, ben);
    pay(order, ana);
    db.transaction([&](domain::Transaction& tx) {
        tx.run("UPDATE orders SET state = 'expired' WHERE id = :id", order);
    });

    decide_card(order);

    EXPECT_EQ(state_of(order), "refunded");
    EXPECT_EQ(stored(order).refunded.minor(), gross);
    EXPECT_EQ(at_mangopay(wallet_of(ana, Role::payer)), 0);
}

TEST_F(Deal, GivesBackAllOfACancelledOrder)
{
    const auto order = given_a_funded_order();
    db.transaction([&](domain::Transaction& tx) {
        tx.run("UPDATE orders SET state = 'cancelled', refund_due_minor = gross_minor "
               "WHERE id = :id",
               order);
        domain::events::announce(tx, {domain::events::Kind::refund_due, order});
    });
    settle_down();

    EXPECT_EQ(state_of(order), "refunded");
    EXPECT_EQ(paid_out(), gross);
    EXPECT_EQ(balance(wallet_of(ana, Role::payer) + ":held:" + order), 0);
}

TEST_F(Deal, GivesBackAPartAndReleasesTheRest)
{
    constexpr std::int64_t part = 3'000;
    const auto order = given_a_funded_order();
    db.transaction([&](domain::Transaction& tx) {
        tx.run("UPDATE orders SET state = 'partly_refunded', refund_due_minor = :part, "
               "commission_net_minor = 750, commission_vat_minor = 150 WHERE id = :id",
               part, order);
        domain::events::announce(tx, {domain::events::Kind::refund_due, order});
    });
    settle_down();
    settle_payouts();

    EXPECT_EQ(state_of(order), "released");
    EXPECT_EQ(mirrored("FEES_EUR"), 900);
    EXPECT_EQ(paid_out(), part + (gross - part - 900));
}

TEST_F(Deal, PaysOutAgainToAnotherAccountWhatTheBankSentBack)
{
    const auto order = given_a_funded_order();
    validate(order);
    settle_payouts();
    const auto payout = db.read([&](domain::Transaction& tx) {
        return tx.one<std::string>(
            "SELECT resource_id FROM money_operations WHERE kind = 'payout'");
    });
    stand_in.control("POST", "/payouts/" + payout + "/return",
                     {{"reason", "BANKACCOUNT_HAS_BEEN_CLOSED"}});
    settle_down();
    EXPECT_EQ(balance(wallet_of(ben, Role::owner) + ":free"), gross - commission);
    const auto told = get("/v1/me/payout-eligibility", ben.bearer).body;
    EXPECT_FALSE(told.at("eligible").get<bool>());
    EXPECT_EQ(told.at("hurdles").at(0).at("code"), "payout_failed");
    EXPECT_EQ(told.at("hurdles").at(0).at("link"), "/v1/me/payout-recipient");

    register_bank_account(ben);
    authenticate(ben);
    settle_payouts();

    EXPECT_TRUE(get("/v1/me/payout-eligibility", ben.bearer).body.at("eligible").get<bool>());
    EXPECT_EQ(balance(wallet_of(ben, Role::owner) + ":free"), 0);
    EXPECT_EQ(at_mangopay(wallet_of(ben, Role::owner)), 0);
}

class Return : public Deal, public ::testing::WithParamInterface<const char*> {
protected:
    std::string order = given_a_funded_order();

    void SetUp() override
    {
        validate(order);
        settle_payouts();
    }
    void the_bank_sends_it_back()
    {
        const auto payout = db.read([&](domain::Transaction& tx) {
            return tx.one<std::string>(
                "SELECT resource_id FROM money_operations WHERE kind = 'payout'");
        });
        stand_in.control("POST", "/payouts/" + payout + "/return", json::object());
        settle_down();
    }
    std::int64_t at_disposal() { return balance(wallet_of(ben, Role::owner) + ":free"); }
};

TEST_P(Return, IsReadAgainUntilMangopayAnswers)
{
    fault(GetParam(), "GET /refunds/:id", 40);
    the_bank_sends_it_back();
    EXPECT_EQ(at_disposal(), 0);

    stand_in.control("DELETE", "/faults");
    heal(1);
    EXPECT_EQ(at_disposal(), gross - commission);
}

TEST_P(Return, WaitsForThePayoutThatItBelongsTo)
{
    fault(GetParam(), "GET /payouts/:id", 40);
    the_bank_sends_it_back();
    EXPECT_EQ(at_disposal(), 0);

    stand_in.control("DELETE", "/faults");
    heal(1);
    EXPECT_EQ(at_disposal(), gross - commission);
}

TEST_P(Return, IsNeverGivenUp)
{
    fault(GetParam(), "GET /refunds/:id", 10'000);
    the_bank_sends_it_back();
    for (int day = 0; day < 7; ++day) {
        travel(std::chrono::days{1});
        run_jobs();
    }
    EXPECT_EQ(at_disposal(), 0);

    stand_in.control("DELETE", "/faults");
    travel(std::chrono::hours{6});
    run_jobs();
    EXPECT_EQ(at_disposal(), gross - commission);
}

INSTANTIATE_TEST_SUITE_P(Unread, Return,
                         ::testing::Values("missing", "forbidden", "server_error", "rate_limited"),
                         [](const auto& named) { return std::string(named.param); });

TEST_F(Deal, TriesAPayoutAgainThatFailedForATechnicalReason)
{
    const auto order = given_a_funded_order();
    fault("payout_failure", "", 1, {{"result_code", "121999"}});
    validate(order);
    settle_payouts();
    EXPECT_EQ(balance(wallet_of(ben, Role::owner) + ":free"), gross - commission);

    travel(std::chrono::hours{2});
    settle_down();
    settle_payouts();
    EXPECT_EQ(paid_out(), gross - commission);
}

TEST_F(Deal, WaitsWithItsReasonWhileTheProviderIsBlocked)
{
    const auto order = given_a_funded_order();
    stand_in.control("POST", "/users/" + user_of(ben, Role::owner) + "/block",
                     {{"Inflows", true}, {"Outflows", true}, {"ActionCode", "008701"}});
    settle_down();
    validate(order);
    EXPECT_EQ(state_of(order), "validated");
    EXPECT_EQ(stored(order).release_blocked_reason, "blocked_by_mangopay");
    EXPECT_TRUE(operations_of(order, Kind::transfer).empty());

    stand_in.control("POST", "/users/" + user_of(ben, Role::owner) + "/block",
                     {{"Inflows", false}, {"Outflows", false}, {"ActionCode", ""}});
    settle_down();
    travel(std::chrono::minutes{10});
    settle_down();
    EXPECT_EQ(state_of(order), "released");
}

TEST_F(Deal, IsNotPaidForAProviderWhoIsNotVerified)
{
    const auto carl = given_a_payable_provider("Carl"); // by our books, not by Mangopay's
    const auto order = given_an_order(ana, carl);

    EXPECT_EQ(pay(order, ana).status, 409);
    EXPECT_TRUE(operations_of(order, Kind::pay_in).empty());
}

} // namespace
