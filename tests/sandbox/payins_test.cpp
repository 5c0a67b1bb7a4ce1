#include "tests/sandbox/at_mangopay.hpp"

namespace tests {

namespace {

class PayIn : public AtMangopay {
protected:
    const std::string ana = given_payer();
    const std::string wallet = given_wallet(ana);

    json begun(std::int64_t cents = 10'000)
    {
        return good(post("/payins/card/web", payin_fields(ana, wallet, cents)));
    }
    json read(const json& payin)
    {
        return good(get("/payins/" + payin.at("Id").get<std::string>()));
    }
};

} // namespace

TEST_F(PayIn, ThePageTakesTheMoneyAndSendsThePayerBack)
{
    const auto payin = begun();
    const auto id = payin.at("Id").get<std::string>();
    EXPECT_EQ("CREATED", payin.at("Status"));
    EXPECT_TRUE(payin.at("ExecutionDate").is_null());
    EXPECT_EQ("http://platform.example/paid?s=1&transactionId=" + id, payin.at("ReturnURL"));
    const auto page = payin.at("RedirectURL").get<std::string>();
    const auto shown = ask(stand_in.port(), "GET", page.substr(stand_in.url().size()));
    EXPECT_NE(std::string::npos, shown.body.find("100.00 EUR"));

    const auto back = submit(page, "cardNumber=4970+1071+1111+1119&decision=accept");
    EXPECT_EQ(303, back.status);
    EXPECT_EQ(payin.at("ReturnURL"), back.header("location"));
    EXPECT_EQ("SUCCEEDED", read(payin).at("Status"));
    EXPECT_EQ("000000", read(payin).at("ResultCode"));
    EXPECT_EQ(10'000, balance(wallet));
    EXPECT_EQ("497010XXXXXX1119", good(get("/payins/card/web/" + id + "/extended")).at("Alias"));

    submit(page, "decision=accept"); // again: nothing more comes in
    EXPECT_EQ(10'000, balance(wallet));
}

TEST_F(PayIn, ARefusalSaysWhyAndMovesNothing)
{
    const std::pair<const char*, const char*> refusals[] = {
        {"refuse", "101199"}, {"refuse_authentication", "101301"}, {"cancel", "101002"}};
    for (const auto& [decision, code] : refusals) {
        const auto payin = begun();
        EXPECT_EQ(303, submit(payin.at("RedirectURL"), std::string("decision=") + decision).status);
        EXPECT_EQ("FAILED", read(payin).at("Status"));
        EXPECT_EQ(code, read(payin).at("ResultCode"));
    }
    EXPECT_EQ(0, balance(wallet));
    EXPECT_EQ(3U, good(get("/wallets/" + wallet + "/transactions?Status=FAILED")).size());
    EXPECT_EQ(0U, good(get("/wallets/" + wallet + "/transactions?Status=SUCCEEDED")).size());
}

TEST_F(PayIn, AChallengedCardAsksOnceMore)
{
    const auto payin = begun();
    const auto asked =
        submit(payin.at("RedirectURL"), "cardNumber=4970105181818183&decision=accept");
    EXPECT_EQ(200, asked.status);
    EXPECT_NE(std::string::npos, asked.body.find("3-D Secure"));
    EXPECT_EQ("CREATED", read(payin).at("Status"));

    EXPECT_EQ(303, submit(payin.at("RedirectURL"), "decision=authenticated").status);
    EXPECT_EQ("SUCCEEDED", read(payin).at("Status"));
}

TEST_F(PayIn, AfterAQuarterOfAnHourItHasFailed)
{
    const auto payin = begun();
    stand_in.travel(std::chrono::minutes{15});
    EXPECT_EQ(303, submit(payin.at("RedirectURL"), "decision=accept").status);
    EXPECT_EQ("101109", read(payin).at("ResultCode"));
    EXPECT_EQ(0, balance(wallet));
    EXPECT_EQ(1U, good(get("/events?EventType=PAYIN_NORMAL_FAILED")).size());
}

TEST_F(PayIn, NobodyPaysOnAGuessedPage)
{
    const auto payin = begun();
    const auto page = stand_in.url() +
                      "/pages/entremise-demo/pay?id=" + payin.at("Id").get<std::string>() +
                      "&client-token=hpp_guessed";
    EXPECT_EQ(404, submit(page, "decision=accept").status);
    EXPECT_EQ("CREATED", read(payin).at("Status"));
}

TEST_F(PayIn, MoneyIsDestinedForVerifiedOwnersOnly)
{
    const auto unverified = id_of(post("/sca/users/natural", owner()));
    const auto naming = [&](const std::string& user) {
        auto fields = payin_fields(ana, wallet, 100);
        fields["FlowDescriptor"]["Beneficiaries"] = json::array({{{"UserId", user}}});
        return post("/payins/card/web", fields);
    };
    EXPECT_EQ("CREATED", good(naming(given_owner())).at("Status"));
    const auto refused = good(naming(unverified));
    EXPECT_EQ("FAILED", refused.at("Status"));
    EXPECT_EQ("002951", refused.at("ResultCode"));
    EXPECT_TRUE(refused.at("RedirectURL").is_null());
    EXPECT_EQ(400, naming("nobody").status);

    const auto direct = payin_fields(unverified, given_wallet(unverified), 100);
    EXPECT_EQ("002951", good(post("/payins/card/web", direct)).at("ResultCode"));
    stand_in.control("PUT", "/settings", {{"beneficiaries_verified", false}});
    EXPECT_EQ("CREATED", good(naming(unverified)).at("Status"));
}

TEST_F(PayIn, WhatCannotBePaidIsRefused)
{
    auto fields = payin_fields(ana, wallet, 100);
    fields["DebitedFunds"] = {{"Currency", "GBP"}, {"Amount", 100}};
    fields["Fees"] = {{"Currency", "GBP"}, {"Amount", 0}};
    EXPECT_EQ("currency_incompatibility", type_of(post("/payins/card/web", fields)));

    fields = payin_fields(ana, wallet, 100);
    fields["Fees"] = eur(100);
    EXPECT_EQ("001014", good(post("/payins/card/web", fields)).at("ResultCode"));
    fields["DebitedFunds"]["Amount"] = 56.56;
    EXPECT_TRUE(
        post("/payins/card/web", fields).json().at("errors").contains("DebitedFunds.Amount"));
    fields = payin_fields(ana, "wlt_m_nowhere", 100);
    EXPECT_EQ("param_error", type_of(post("/payins/card/web", fields)));
}

TEST_F(PayIn, IsForgottenAfterThirteenMonthsButTheBalanceIsNot)
{
    const auto payin = begun();
    submit(payin.at("RedirectURL"), "decision=accept");
    const auto path = "/payins/" + payin.at("Id").get<std::string>();

    stand_in.travel(std::chrono::days{390});
    token = fresh_token();
    EXPECT_EQ(200, get(path).status);
    stand_in.travel(std::chrono::days{400});
    token = fresh_token();
    EXPECT_EQ(404, get(path).status);
    EXPECT_EQ("ressource_not_found", type_of(get(path)));
    EXPECT_EQ(0U, good(get("/wallets/" + wallet + "/transactions")).size());
    EXPECT_EQ(eur(10'000), good(get("/wallets/" + wallet)).at("Balance"));
}

} // namespace tests
