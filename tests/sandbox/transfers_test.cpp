#include "tests/sandbox/at_mangopay.hpp"

namespace tests {

namespace {

class Transfer : public AtMangopay {
protected:
    const std::string ana = given_payer();
    const std::string ben = given_owner();
    const std::string from = given_funds(ana, 10'000);
    const std::string to = given_wallet(ben);

    std::string code(const WireAnswer& answer)
    {
        EXPECT_EQ("FAILED", good(answer).at("Status"));
        return answer.json().at("ResultCode");
    }
    json read(const json& made)
    {
        return good(get("/transfers/" + made.at("Id").get<std::string>()));
    }
};

/// An owner with that much, who pays another owner.
class TransferOfAnOwner : public Transfer {
protected:
    const std::string carl = given_owner();
    const std::string carls = given_wallet(carl);
    const std::string rich = given_funds(ana, 200'000);

    void SetUp() override { good(transfer(ana, rich, to, 200'000, 0)); }
};

} // namespace

TEST_F(Transfer, TakesTheFeesOnItsWay)
{
    const auto made = good(transfer(ana, from, to, 10'000, 1'200));
    EXPECT_EQ("SUCCEEDED", made.at("Status"));
    EXPECT_EQ(eur(8'800), made.at("CreditedFunds"));
    EXPECT_EQ(ben, made.at("CreditedUserId"));
    EXPECT_EQ(made, read(made));
    EXPECT_EQ(0, balance(from));
    EXPECT_EQ(8'800, balance(to));
    EXPECT_EQ(1'200, balance("FEES_EUR"));
    EXPECT_EQ(1U, good(get("/events?EventType=TRANSFER_NORMAL_SUCCEEDED")).size());
}

TEST_F(Transfer, IsToldAtAnotherAmountWhenThatIsPlanned)
{
    stand_in.control("POST", "/faults", {{"kind", "lie"}, {"match", "POST /transfers"}});
    const auto told = good(transfer(ana, from, to, 10'000, 1'200));
    EXPECT_EQ(eur(10'001), told.at("DebitedFunds"));
    EXPECT_EQ(eur(10'000), read(told).at("DebitedFunds"));
    EXPECT_EQ(8'800, balance(to));
}

TEST_F(Transfer, WhatCannotBeMovedFailsWithItsCode)
{
    EXPECT_EQ("001001", code(transfer(ana, from, to, 10'001, 0)));
    EXPECT_EQ("101108", code(transfer(ana, from, from, 100, 0)));
    EXPECT_EQ("001014", code(transfer(ana, from, to, 100, 100)));
    EXPECT_EQ("002701", code(transfer(ana, from, given_wallet(given_payer()), 100, 0)));

    stand_in.control("POST", "/users/" + ben + "/block", {{"Inflows", true}});
    EXPECT_EQ("008700", code(transfer(ana, from, to, 100, 0)));
    stand_in.control("POST", "/users/" + ben + "/kyc", {{"KYCLevel", "LIGHT"}});
    EXPECT_EQ("002951", code(transfer(ana, from, to, 100, 0)));
    stand_in.control("POST", "/users/" + ben + "/close");
    EXPECT_EQ("002602", code(transfer(ana, from, to, 100, 0)));
    EXPECT_EQ(10'000, balance(from));
    EXPECT_EQ(0, balance(to));
}

TEST_F(Transfer, OnlyTheOwnerOfTheWalletIsItsAuthor)
{
    const auto refused = transfer(ben, from, to, 100, 0);
    EXPECT_EQ(400, refused.status);
    EXPECT_EQ("Author should be the Debited wallet owner",
              refused.json().at("errors").at("AuthorId"));
    EXPECT_EQ(10'000, balance(from));
}

TEST_F(TransferOfAnOwner, AboveFiveHundredEurosAsksForAuthentication)
{
    EXPECT_EQ("SUCCEEDED", good(transfer(ben, to, carls, 50'000, 0)).at("Status"));

    const auto asked = good(transfer(ben, to, carls, 50'001, 1));
    EXPECT_EQ("CREATED", asked.at("Status"));
    EXPECT_EQ(150'000, balance(to));
    submit(asked.at("PendingUserAction").at("RedirectUrl"), "decision=accept");
    EXPECT_EQ("SUCCEEDED", read(asked).at("Status"));
    EXPECT_TRUE(read(asked).at("PendingUserAction").is_null());
    EXPECT_EQ(100'000, balance(carls));
    EXPECT_EQ(99'999, balance(to));
}

TEST_F(TransferOfAnOwner, FailsWhenTheOwnerRefusesOrWaits)
{
    const auto refused = good(transfer(ben, to, carls, 60'000, 0));
    submit(refused.at("PendingUserAction").at("RedirectUrl"), "decision=refuse");
    EXPECT_EQ("007101", read(refused).at("ResultCode"));

    const auto late = good(transfer(ben, to, carls, 60'000, 0));
    stand_in.travel(std::chrono::minutes{11});
    EXPECT_EQ("007102", read(late).at("ResultCode"));
    EXPECT_EQ(200'000, balance(to));
}

TEST_F(TransferOfAnOwner, CannotSpendTwiceWhatWaitsForAuthentication)
{
    const auto first = good(transfer(ben, to, carls, 150'000, 0));
    const auto second = good(transfer(ben, to, carls, 150'000, 0));
    submit(first.at("PendingUserAction").at("RedirectUrl"), "decision=accept");
    submit(second.at("PendingUserAction").at("RedirectUrl"), "decision=accept");
    EXPECT_EQ("SUCCEEDED", read(first).at("Status"));
    EXPECT_EQ("001001", read(second).at("ResultCode"));
    EXPECT_EQ(50'000, balance(to));
}

} // namespace tests
