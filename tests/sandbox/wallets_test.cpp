#include "tests/sandbox/at_mangopay.hpp"

namespace tests {

TEST_F(AtMangopay, AWalletHasOneOwnerAndACurrency)
{
    const auto ana = given_payer();
    const auto wallet = given_wallet(ana);
    const auto shown = good(get("/wallets/" + wallet));
    EXPECT_EQ(eur(0), shown.at("Balance"));
    EXPECT_EQ("DEFAULT", shown.at("FundsType"));
    EXPECT_EQ("EUR", shown.at("Currency"));
    EXPECT_EQ("new", good(put("/wallets/" + wallet, {{"Description", "new"}})).at("Description"));

    const auto two =
        post("/wallets",
             {{"Owners", json::array({ana, ana})}, {"Description", "x"}, {"Currency", "AZN"}});
    EXPECT_EQ(400, two.status);
    EXPECT_EQ("Owners doesn't support multiple values for the moment",
              two.json().at("errors").at("Owners"));
    EXPECT_EQ("Currency: The currency AZN is not available",
              two.json().at("errors").at("Currency"));
}

TEST_F(AtMangopay, AnOwnersWalletIsShownAfterAuthenticationForHalfAYear)
{
    const auto ben = given_owner();
    const auto wallet = given_wallet(ben);

    const auto asked = get("/wallets/" + wallet);
    EXPECT_EQ(401, asked.status);
    EXPECT_EQ("", asked.body);
    const auto header = asked.header("www-authenticate");
    const std::string prefix = "PendingUserAction RedirectUrl=";
    ASSERT_TRUE(header.starts_with(prefix)) << header;
    submit(header.substr(prefix.size()), "decision=accept");

    EXPECT_EQ(200, get("/wallets/" + wallet).status);
    EXPECT_EQ(200, get("/wallets/" + wallet + "/transactions").status);
    EXPECT_EQ(200, get("/users/" + ben + "/wallets").status);
    stand_in.travel(std::chrono::days{179});
    token = fresh_token();
    EXPECT_EQ(200, get("/users/" + ben + "/transactions").status);
    stand_in.travel(std::chrono::days{181});
    token = fresh_token();
    EXPECT_EQ(401, get("/users/" + ben + "/wallets").status);
}

TEST_F(AtMangopay, AProxyNeedsConsentAndAPayerNeedsNothing)
{
    const auto wallet = given_wallet(given_owner());
    const auto refused = get("/wallets/" + wallet + "?ScaContext=USER_NOT_PRESENT");
    EXPECT_EQ(403, refused.status);
    EXPECT_EQ("sca_proxy_missing", type_of(refused));
    EXPECT_EQ(200, get("/wallets/" + given_wallet(given_payer())).status);
}

TEST_F(AtMangopay, ListsComeInPagesOfAHundredAtMost)
{
    const auto ana = given_payer();
    for (int i = 0; i < 12; ++i)
        given_wallet(ana);

    const auto first = get("/users/" + ana + "/wallets");
    EXPECT_EQ(10U, good(first).size());
    EXPECT_EQ("12", first.header("x-number-of-items"));
    EXPECT_EQ("2", first.header("x-number-of-pages"));
    EXPECT_NE(std::string::npos, first.header("link").find("rel=\"next\""));
    const auto second = get("/users/" + ana + "/wallets?Page=2&Per_Page=10");
    EXPECT_EQ(2U, good(second).size());
    EXPECT_EQ(std::string::npos, second.header("link").find("rel=\"next\""));
    const auto reversed = good(get("/users/" + ana + "/wallets?Sort=CreationDate:DESC"));
    EXPECT_EQ(good(second).at(1), reversed.at(0));
    EXPECT_EQ(400, get("/users/" + ana + "/wallets?per_page=101").status);
    EXPECT_EQ(400, get("/users/" + ana + "/wallets?page=0").status);
}

TEST_F(AtMangopay, TheClientsOwnWalletsCollectTheFees)
{
    const auto ana = given_payer();
    const auto ben = given_wallet(given_owner());
    transfer(ana, given_funds(ana, 10'000), ben, 10'000, 1'200);

    EXPECT_EQ(eur(1'200), good(get("/clients/wallets/FEES/EUR")).at("Balance"));
    EXPECT_EQ(eur(0), good(get("/clients/wallets/CREDIT/EUR")).at("Balance"));
    EXPECT_EQ(1U, good(get("/clients/wallets/FEES/EUR/transactions")).size());
    EXPECT_EQ(404, get("/clients/wallets/HELD/EUR").status);
    EXPECT_EQ(404, get("/wallets/FEES_EUR").status);
}

} // namespace tests
