#include "tests/sandbox/at_mangopay.hpp"

namespace tests {

namespace {

class Refund : public AtMangopay {
protected:
    const std::string ana = given_payer();
    const std::string ben = given_owner();
    const std::string anas = given_wallet(ana);
    const std::string bens = given_wallet(ben);

    std::string paid(std::int64_t cents, std::int64_t fees = 0)
    {
        auto fields = payin_fields(ana, anas, cents);
        fields["Fees"] = eur(fees);
        const auto payin = good(post("/payins/card/web", fields));
        submit(payin.at("RedirectURL"), "decision=accept");
        return payin.at("Id");
    }
    std::string released(std::int64_t cents, std::int64_t fees)
    {
        return good(transfer(ana, anas, bens, cents, fees)).at("Id");
    }
    json refund(const std::string& path, const json& body)
    {
        return good(post(path + "/refunds", body));
    }
    json part(std::int64_t cents, std::int64_t fees)
    {
        return {{"AuthorId", ana}, {"DebitedFunds", eur(cents)}, {"Fees", eur(fees)}};
    }
};

} // namespace

TEST_F(Refund, OfAPayinReturnsEverythingWithItsFees)
{
    const auto payin = paid(2'750, 250);
    EXPECT_EQ(2'500, balance(anas));

    const auto made = refund("/payins/" + payin, {{"AuthorId", ana}});
    EXPECT_EQ("SUCCEEDED", made.at("Status"));
    EXPECT_EQ("PAYOUT", made.at("Type"));
    EXPECT_EQ("REFUND", made.at("Nature"));
    EXPECT_EQ(eur(2'500), made.at("DebitedFunds"));
    EXPECT_EQ(eur(-250), made.at("Fees"));
    EXPECT_EQ(eur(2'750), made.at("CreditedFunds"));
    EXPECT_EQ(payin, made.at("InitialTransactionId"));
    EXPECT_EQ("INITIALIZED_BY_CLIENT", made.at("RefundReason").at("RefundReasonType"));
    EXPECT_EQ("SUCCEEDED", good(get("/payins/" + payin)).at("Status"));
    EXPECT_EQ(0, balance(anas));
    EXPECT_EQ(0, balance("FEES_EUR"));
    EXPECT_EQ("001401", refund("/payins/" + payin, {{"AuthorId", ana}}).at("ResultCode"));
    EXPECT_EQ(2U, good(get("/payins/" + payin + "/refunds")).size());
}

TEST_F(Refund, OfATransferAndThenOfThePayinUndoesARelease)
{
    const auto payin = paid(10'000);
    const auto release = released(10'000, 1'200);
    const auto first = refund("/transfers/" + release, {{"AuthorId", ana}});
    EXPECT_EQ("TRANSFER", first.at("Type"));
    EXPECT_EQ(eur(8'800), first.at("DebitedFunds"));
    EXPECT_EQ(eur(-1'200), first.at("Fees"));
    EXPECT_EQ(10'000, balance(anas));
    EXPECT_EQ(0, balance(bens));
    EXPECT_EQ(0, balance("FEES_EUR"));

    EXPECT_EQ("SUCCEEDED", refund("/payins/" + payin, {{"AuthorId", ana}}).at("Status"));
    EXPECT_EQ(0, balance(anas));
    for (const auto* type : {"TRANSFER_REFUND_SUCCEEDED", "PAYIN_REFUND_SUCCEEDED"}) {
        EXPECT_EQ(1U, good(get(std::string("/events?EventType=") + type)).size()) << type;
    }
}

TEST_F(Refund, InPartsNeverExceedsWhatIsLeft)
{
    const auto payin = paid(10'000);
    EXPECT_EQ("SUCCEEDED", refund("/payins/" + payin, part(4'000, 0)).at("Status"));
    EXPECT_EQ("005407", refund("/payins/" + payin, part(4'000, 0)).at("ResultCode"));
    EXPECT_EQ("005403", refund("/payins/" + payin, part(6'001, 0)).at("ResultCode"));
    EXPECT_EQ("005404", refund("/payins/" + payin, part(100, -1)).at("ResultCode"));
    EXPECT_EQ(6'000, balance(anas));

    stand_in.travel(std::chrono::hours{24});
    token = fresh_token();
    EXPECT_EQ("SUCCEEDED", refund("/payins/" + payin, part(4'000, 0)).at("Status"));
    EXPECT_EQ(eur(2'000), refund("/payins/" + payin, {{"AuthorId", ana}}).at("CreditedFunds"));
    EXPECT_EQ("001401", refund("/payins/" + payin, part(1, 0)).at("ResultCode"));
    EXPECT_EQ(0, balance(anas));
}

TEST_F(Refund, NeedsMoneyInTheWalletsItTakesFrom)
{
    const auto payin = paid(10'000);
    const auto release = released(10'000, 1'200);
    EXPECT_EQ("001001", refund("/payins/" + payin, {{"AuthorId", ana}}).at("ResultCode"));

    const auto account = given_recipient(ben);
    good(post("/payouts/bankwire", {{"AuthorId", ben},
                                    {"DebitedWalletId", bens},
                                    {"BankAccountId", account},
                                    {"DebitedFunds", eur(8'800)},
                                    {"Fees", eur(0)}}));
    EXPECT_EQ("001001", refund("/transfers/" + release, {{"AuthorId", ana}}).at("ResultCode"));
    EXPECT_EQ(1'200, balance("FEES_EUR"));
}

TEST_F(Refund, IsOnlyForWhatSucceededAndByItsAuthor)
{
    const auto open = good(post("/payins/card/web", payin_fields(ana, anas, 100)));
    const auto early =
        post("/payins/" + open.at("Id").get<std::string>() + "/refunds", {{"AuthorId", ana}});
    EXPECT_EQ(400, early.status);
    EXPECT_EQ("original_transaction_must_be_succeeded", type_of(early));
    EXPECT_EQ(json::object(), early.json().at("Errors"));

    const auto payin = paid(100);
    EXPECT_EQ(400, post("/payins/" + payin + "/refunds", {{"AuthorId", ben}}).status);
    EXPECT_EQ(400,
              post("/payins/" + payin + "/refunds", {{"AuthorId", ana}, {"DebitedFunds", eur(50)}})
                  .status); // both amounts or none
    EXPECT_EQ(404, post("/payins/" + ana + "/refunds", {{"AuthorId", ana}}).status);
}

TEST_F(Refund, IsTooLateAfterElevenMonths)
{
    const auto payin = paid(100);
    stand_in.travel(std::chrono::days{340});
    token = fresh_token();
    EXPECT_EQ("001403", refund("/payins/" + payin, {{"AuthorId", ana}}).at("ResultCode"));
}

} // namespace tests
